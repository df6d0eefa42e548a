/** Whether a sentence repeats the rules that the model was given. */

/** Words in a row: fewer are common phrases («according to the ministry»), with which the rules give examples. */
const RUN = 5;

/** @param system the rules, which are in English whatever the answer is in. */
export function createLeakCheck(system: string): (text: string) => boolean {
  const rules = wordsOf(system);
  const runs = new Set<string>();
  for (let i = 0; i + RUN <= rules.length; i += 1) runs.add(rules.slice(i, i + RUN).join(' '));
  return (text) => {
    const words = wordsOf(text);
    for (let i = 0; i + RUN <= words.length; i += 1)
      if (runs.has(words.slice(i, i + RUN).join(' '))) return true;
    return rules.length > 0 && words.length > 2 && ` ${rules.join(' ')} `.includes(` ${words.join(' ')} `);
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
