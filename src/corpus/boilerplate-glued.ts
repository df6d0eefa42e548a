/** Cuts boilerplate that stands inside a line, glued to a sentence, and keeps the sentence. */
import { AD_CREDIT } from './boilerplate-lines.ts';

/** A label at the start of a line or after a sentence's end; «une publicité» inside a sentence is never one. */
const BORDER = String.raw`(?<=^|\n|[.!?…»”"]\s*)`;
const SKIP = 'Passer la publicité|Fermer la publicité|Skip advertisement|Skip ad';
const LABEL = 'Publicité|Advertisement|Advertising|Sponsored content|Contenu sponsorisé';
const CUTS: readonly RegExp[] = [
  // Twice in a row: nobody writes that («Passer la publicité Passer la publicitéLe ministre …»).
  new RegExp(
    `${BORDER}(?:(?:${SKIP}|${LABEL})[ \\u00a0]+){1,}(?:${SKIP}|${LABEL})[ \\u00a0]*(?=\\p{Lu}|[«“"]|\\n|$)`,
    'gmu',
  ),
  // Grown together with the capital that follows («AdvertisementThe ministry»).
  new RegExp(`${BORDER}(?:${SKIP}|${LABEL})(?=\\p{Lu}\\p{Ll}|[«“]|(?:L|D|J|C)['’]\\p{L})`, 'gmu'),
];
/** After a sentence's end, to the end of the line: a pointer to another article, without a sentence of its own. */
const TRAILING_SEE_ALSO =
  /(?<=[.!?…»”])[ \u00a0]*(?:À lire aussi|À lire également|Lire aussi|Lire également|Voir aussi|Read also|Also read|Read more|See also)[ \u00a0]?:[^.!?…。\n]{3,150}$/gmu;

/** @returns the text without glued boilerplate; everything else is unchanged. */
export function cutGluedBoilerplate(text: string): string {
  let cut = text;
  for (const pattern of CUTS) cut = cut.replace(pattern, '');
  cut = cut.replace(TRAILING_SEE_ALSO, '');
  return cut
    .split('\n')
    .map((line) => (line.length > 3_000 ? line : cutTrailingCredit(line)))
    .join('\n');
}

/** «… a dit le ministre. Publicité par Exemplad»: the credit goes, the sentence before it stays. */
function cutTrailingCredit(line: string): string {
  const before = line.replace(AD_CREDIT, '');
  return before !== line && /[.!?…。»”]$/u.test(before.trimEnd()) ? before.trimEnd() : line;
}
