/** Whether a sentence repeats the rules that the model was given. */

/** Words of one clause in a row: fewer are common phrases, such as the rules' own examples: "according to the ministry". */
const RUN = 5;

/** @param system the rules, which are in English whatever the answer is in. */
export function createLeakCheck(system: string): (text: string) => boolean {
  const clauses = system.split(/[.,;:!?"“”()[\]]|\n\s*\n/u).map(wordsOf);
  const runs = new Set<string>();
  for (const clause of clauses)
    for (let i = 0; i + RUN <= clause.length; i += 1) runs.add(clause.slice(i, i + RUN).join(' '));
  return (text) => {
    const words = wordsOf(text);
    for (let i = 0; i + RUN <= words.length; i += 1)
      if (runs.has(words.slice(i, i + RUN).join(' '))) return true;
    return false;
  };
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}
