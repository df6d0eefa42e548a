/** Seals what nobody may read who only has the database: AES-256-GCM, bound to the workspace it belongs to. */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { OperatorError } from '../core/errors.ts';

export interface Sealed {
  readonly keyId: string;
  /** Nonce, tag and what was sealed, in base64. */
  readonly sealed: string;
}

export interface TokenSeal {
  /** Of the key that seals. */
  readonly keyId: string;
  /** Whether the key is among the keys. */
  knows(keyId: string): boolean;
  /** @param owner what it belongs to: it opens for no other. */
  seal(text: string, owner: string): Sealed;
  /** @throws OperatorError when its key is not among the keys, or it was changed or belongs to another. */
  open(sealed: Sealed, owner: string): string;
}

/** Bytes, as NIST SP 800-38D recommends for GCM: a random nonce of 96 bits, a tag of 128. */
const NONCE = 12;
const TAG = 16;

/** Of 32 bytes each: the first seals, each opens. */
export type TokenKeys = readonly [Uint8Array, ...Uint8Array[]];

export function createTokenSeal(keys: TokenKeys): TokenSeal {
  const known = new Map(keys.map((key) => [idOf(key), key]));
  const [first] = keys;
  return {
    keyId: idOf(first),
    knows: (keyId) => known.has(keyId),
    seal(text, owner) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', first, nonce, { authTagLength: TAG });
      cipher.setAAD(Buffer.from(owner));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
      return { keyId: idOf(first), sealed };
    },
    open({ keyId, sealed }, owner) {
      const key = known.get(keyId);
      if (key === undefined) throw missingKey(keyId);
      const bytes = Buffer.from(sealed, 'base64');
      try {
        const nonce = bytes.subarray(0, NONCE);
        const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG });
        decipher.setAAD(Buffer.from(owner));
        decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
        return Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString();
      } catch {
        throw new OperatorError(
          `the tokens kept for ${owner} were changed outside of Casebook: have the app installed there anew`,
        );
      }
    },
  };
}

/** @param keyId the key that is missing: no secret, and nothing can be learned from it. */
function missingKey(keyId: string): OperatorError {
  return new OperatorError(
    `the database holds tokens sealed with the key ${keyId}, which is not in TOKEN_ENCRYPTION_KEY: add it there, after a comma; ` +
      `or, if it is lost, npm run workspaces -- lost-key ${keyId}, and have the app installed anew`,
  );
}

function idOf(key: Uint8Array): string {
  return createHash('sha256').update('casebook token key ').update(key).digest('hex').slice(0, 8);
}
