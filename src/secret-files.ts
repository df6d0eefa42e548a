/** Secrets that stand in a file of their own: Docker's and Kubernetes' secrets, systemd's credentials. */
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { errorMessage } from './core/errors.ts';
import { SECRET_NAMES } from './settings.ts';

/** Keys are a few hundred bytes, certificates a few thousand: what is larger is no secret but another file. */
const MAX_BYTES = 64 * 1024;

type Environment = Readonly<Record<string, string | undefined>>;

/** The setting that names the file of a secret. */
export const fileSetting = (secret: string): string => `${secret}_FILE`;

/** Names of settings that name files of secrets. */
export const SECRET_FILE_NAMES: readonly string[] = SECRET_NAMES.map(fileSetting);

/**
 * The variables, with each secret that `<NAME>_FILE` names a file of read from that file; blanks and line ends around it
 * are not part of it.
 *
 * @param cwd that paths are relative to.
 * @param winning variables that win over these: the file of a secret that they hold is not looked at.
 * @param problems gets a line for each file that cannot be used, and for each secret that is there twice.
 */
export function withSecretFiles(
  variables: Environment,
  cwd: string,
  winning: Environment,
  problems: string[],
): Environment {
  const found: Record<string, string> = {};
  for (const name of SECRET_NAMES) {
    const setting = fileSetting(name);
    const path = variables[setting]?.trim() ?? '';
    if (path === '' || winning[name] !== undefined) continue;
    if ((variables[name] ?? '').trim() !== '') {
      problems.push(`${name} and ${setting} are both set: remove one of them`);
      continue;
    }
    try {
      found[name] = readSecret(resolve(cwd, path));
    } catch (error) {
      problems.push(
        `${setting} is "${path}", which cannot be used (${errorMessage(error)}); name a readable file that holds the secret alone`,
      );
    }
  }
  return { ...variables, ...found };
}

/** @throws when it is no file, too large, empty, or may not be read. */
function readSecret(path: string): string {
  const file = statSync(path);
  if (!file.isFile()) throw new Error('it is no file');
  if (file.size > MAX_BYTES) throw new Error(`it has ${file.size} bytes, a secret has ${MAX_BYTES} at most`);
  const secret = readFileSync(path, 'utf8').trim();
  if (secret === '') throw new Error('it is empty');
  return secret;
}
