/** An error as the log may hold it: its words and where it came from, none of its attached objects, no secret. */
import { OperatorError } from '../core/errors.ts';

export interface ErrorDescription {
  readonly name: string;
  readonly message: string;
  readonly stack?: string;
  readonly cause?: ErrorDescription;
}

/** Shapes of keys and tokens that providers like to repeat in their messages. */
const SECRETS = [
  /\b(?:sk|pk|rk)-[\w-]{8,}/g,
  /\bx(?:ox[a-z]|app)-[\w-]{8,}/g,
  /\b(?:Bearer|Bot|Basic)\s+[\w.+/=-]{8,}/gi,
  /\b[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g,
  /(?<=\/\/)[^\s/@:]*:[^\s/@]+(?=@)/g,
  /(?<=\b(?:api[-_]?key|token|secret|password)["']?\s*[=:]\s*["']?)[^\s"'&,;]{4,}/gi,
];
const MASK = '[hidden]';
const MAX_CAUSES = 5;

/**
 * Message, stack and causes only: errors of HTTP clients carry the whole request, with its headers, as properties. What
 * an operator can put right has no stack: its message says everything.
 *
 * @param secrets values that must not appear; those shorter than four characters are not looked for.
 */
export function describeError(error: unknown, secrets: readonly string[] = []): ErrorDescription {
  return describe(error, secrets, { depth: 0, stack: !(error instanceof OperatorError) });
}

function describe(
  error: unknown,
  secrets: readonly string[],
  { depth, stack }: { readonly depth: number; readonly stack: boolean },
): ErrorDescription {
  const hide = (text: string) => hideSecrets(text, secrets);
  if (!(error instanceof Error)) return { name: typeof error, message: hide(String(error)) };
  return {
    name: error.name,
    message: hide(error.message),
    ...(error.stack === undefined || !stack ? {} : { stack: hide(error.stack) }),
    ...(error.cause === undefined || depth >= MAX_CAUSES
      ? {}
      : { cause: describe(error.cause, secrets, { depth: depth + 1, stack }) }),
  };
}

function hideSecrets(text: string, secrets: readonly string[]): string {
  let hidden = text;
  for (const secret of secrets) if (secret.length >= 4) hidden = hidden.replaceAll(secret, MASK);
  for (const pattern of SECRETS) hidden = hidden.replace(pattern, MASK);
  return hidden;
}
