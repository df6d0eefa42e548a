/** What a person asked by a command, as others may read it. */

/** Of a question, the question alone. */
export function quoteCommand(prefix: string, name: string, text: string): string {
  return name === 'ask' ? text : `/${prefix}${name} ${text}`.trim();
}
