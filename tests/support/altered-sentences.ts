/** Sentences of the shipped corpus with the passages they stand in, and what becomes of them when one thing is changed. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AnswerLang } from '../../src/core/answer.ts';
import { parseCaseFile } from '../../src/corpus/case-file.ts';
import { splitSentences } from '../../src/lexicon/sentences.ts';
import type { CitedPassage } from '../../src/verify/verify-sentence.ts';
import { SHIPPED_CORPUS } from './run-process.ts';

export interface Shipped {
  readonly text: string;
  readonly lang: AnswerLang;
  readonly passage: CitedPassage;
}

/** Every sentence of the shipped cases with its own passage. */
export async function shippedSentences(): Promise<Shipped[]> {
  const names = (await readdir(SHIPPED_CORPUS)).filter((name) => /^\d.*\.md$/.test(name)).sort();
  const cases = await Promise.all(
    names.map(async (name) =>
      parseCaseFile(await readFile(join(SHIPPED_CORPUS, name), 'utf8'), name.slice(0, -'.md'.length), ''),
    ),
  );
  return cases.flatMap((parsed) => {
    if (!parsed.ok) throw new Error(parsed.problems[0]?.message);
    return parsed.documents.flatMap(({ source, passages }) =>
      passages.flatMap(({ text, lang }) =>
        splitSentences(text, lang).flatMap(({ start, end }) =>
          lang === 'fr' || lang === 'en' || lang === 'zh'
            ? [{ text: text.slice(start, end), lang, passage: { text, lang, source } }]
            : [],
        ),
      ),
    );
  });
}

export type Alteration = 'number' | 'date' | 'name' | 'negation' | 'roles' | 'added';

const SWAPS: Readonly<
  Record<'fr' | 'en', Readonly<Partial<Record<Alteration, readonly (readonly [RegExp, string])[]>>>>
> = {
  fr: {
    date: [
      [/\bjanvier\b/, 'octobre'],
      [/\b(?:mars|avril)\b/, 'novembre'],
      [/\b(?:mai|juin|juillet)\b/, 'février'],
      [/\b(?:août|septembre|octobre|décembre)\b/, 'avril'],
    ],
    name: [
      [/\bla Chine\b/, 'la Bolivie'],
      [/\bla Russie\b/, 'la Zambie'],
      [/\bles États-Unis\b/, 'les Philippines'],
      [/\bAPT28\b/, 'APT33'],
      [/\bAPT31\b/, 'APT10'],
      [/\bDmitri Peskov\b/, 'Igor Bordalov'],
      [/\bMicrosoft\b/, 'Oracle'],
    ],
    negation: [
      [/\ba rejeté\b/, 'a confirmé'],
      [/\ba démenti\b/, 'a reconnu'],
      [/\ba nié\b/, 'a admis'],
      [/\bn’a pas (\p{L}+é)\b/u, 'a $1'],
      [/\bsans (?:aucune )?preuve\b/u, 'avec des preuves'],
    ],
    added: [[/\.$/, ', et les banques du pays ont fermé leurs guichets.']],
  },
  en: {
    date: [
      [/\bJanuary\b/, 'October'],
      [/\b(?:March|April)\b/, 'November'],
      [/\b(?:May|June|July)(?= \d)/, 'February'],
      [/\b(?:August|September|October|December)\b/, 'April'],
    ],
    name: [
      [/\bChina\b(?!’)/, 'Bolivia'],
      [/\bRussia\b(?!’)/, 'Zambia'],
      [/\bIran\b(?!’)/, 'Peru'],
      [/\bAPT40\b/, 'APT33'],
      [/\bMicrosoft\b/, 'Oracle'],
      [/\bReuters\b/, 'Bloomberg'],
    ],
    negation: [
      [/\brejected\b/, 'confirmed'],
      [/\bdenied\b/, 'admitted'],
      [/\bdid not (?=\p{L})/u, 'did '],
      [/\bhas not (?=\p{L}+ed)/u, 'has '],
      [/\bwith no\b/, 'with'],
    ],
    added: [[/\.$/, ', and banks across the country shut their counters.']],
  },
};
/** Who acts and whom it is done to, where a sentence says both in the plainest way. */
const ROLES: Readonly<Record<'fr' | 'en', RegExp>> = {
  fr: /(?<=^|, )(?<a>(?:La|Le|L’)\s?\p{Lu}\p{L}+|Prague|Londres|Washington|Pékin|Moscou) (?<verb>a accusé|accuse|a convoqué) (?<b>(?:la|le|l’)\s?\p{Lu}\p{L}+|Pékin|Moscou|Washington)(?=[ ,.])/u,
  en: /(?<=^|\d )(?<a>\p{Lu}\p{L}+) (?<verb>accused|blamed|accuses|summoned) (?<b>\p{Lu}\p{L}+)(?=[ ,.])/u,
};

/** The sentence with the one thing changed; null where it has nothing of the kind. */
export function alter(text: string, lang: 'fr' | 'en', kind: Alteration): string | null {
  if (kind === 'number') return alterNumber(text);
  if (kind === 'roles') {
    const match = ROLES[lang].exec(text)?.groups;
    if (match === undefined) return null;
    const { a = '', verb = '', b = '' } = match;
    const turned = `${b.charAt(0).toUpperCase()}${b.slice(1)} ${verb} ${a.charAt(0).toLowerCase() === 'l' ? a.charAt(0).toLowerCase() + a.slice(1) : a}`;
    return text.replace(`${a} ${verb} ${b}`, turned);
  }
  for (const [pattern, by] of SWAPS[lang][kind] ?? []) {
    const changed = text.replace(pattern, by);
    if (changed !== text) return changed;
  }
  return null;
}

/** Another number in digits, no year and no part of a name. */
function alterNumber(text: string): string | null {
  const match =
    /(?<![\p{L}\d.,’'-])(?!(?:19|20)\d{2}(?!\d))\d{2,}(?![\d.,]*\d)(?!\s?(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|January|February|March|April|May|June|July|August|September|October|November|December))/u.exec(
      text,
    );
  return match === null
    ? null
    : `${text.slice(0, match.index)}${Number(match[0]) + 17}${text.slice(match.index + match[0].length)}`;
}
