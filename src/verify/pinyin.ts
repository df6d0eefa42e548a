/** Whether a name in Latin letters may be the pinyin of characters in a Chinese text: «Tianhe», 天河. */

/** The first character of each initial letter in the order of pinyin, by which Chinese is collated. */
const FIRST = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀'];
const LETTERS = [...'abcdefghjklmnopqrstwxyz'];
const SYLLABLE =
  /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ong|ing|ian|iao|uai|uan|ai|ao|an|ou|ei|en|er|ia|ie|iu|in|ua|uo|ue|ui|un|a|o|e|i|u|v)/u;
/** Syllables of a name of which the initials tell enough. */
const LEAST = 2;

const collator = new Intl.Collator('zh-CN');
const known = new Map<string, string>();

/** Compares a folded name. */
export function isPinyinIn(name: string, han: string): boolean {
  const initials = initialsOf(name);
  return initials.some((one) => one.length >= LEAST && lettersOf(han).includes(one));
}

/** The initials of the syllables, in every way of cutting that leaves nothing over. */
function initialsOf(name: string): string[] {
  if (name === '') return [''];
  const longest = SYLLABLE.exec(name)?.[0] ?? '';
  const cuts: string[] = [];
  for (let length = longest.length; length > 0; length -= 1)
    if (SYLLABLE.exec(name.slice(0, length))?.[0].length === length)
      for (const rest of initialsOf(name.slice(length))) cuts.push(name.charAt(0) + rest);
  return cuts;
}

/** The letter with which each character of a text is read; a blank for what is none. */
function lettersOf(text: string): string {
  return [...text].map((character) => letterOf(character)).join('');
}

function letterOf(character: string): string {
  if (!/\p{Script=Han}/u.test(character)) return ' ';
  const before = known.get(character);
  if (before !== undefined) return before;
  const at = FIRST.findLastIndex((first) => collator.compare(first, character) <= 0);
  const letter = LETTERS[at] ?? ' ';
  known.set(character, letter);
  return letter;
}
