/** Questions in three languages about the cases of a corpus folder: made from the case files, as many as there are. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';

const FRONT_MATTER = z.object({
  title: z.object({ fr: z.string(), en: z.string(), zh: z.string().optional() }),
  victims: z.array(z.string()).default([]),
  claims: z
    .array(z.object({ speaker: z.string(), against: z.object({ actor: z.string().nullable() }).nullish() }))
    .default([]),
});

/** What is asked about a case, and about who is accused in it. */
const FORMS: Readonly<Record<'fr' | 'en' | 'zh', { title: readonly string[]; actor: readonly string[] }>> = {
  fr: {
    title: [
      'Qui est accusé : {} ?',
      'Que répond l’accusé à propos de « {} » ?',
      'Sur quoi repose l’accusation, {} ?',
      'Quand a-t-on accusé quelqu’un : {} ?',
    ],
    actor: ['Qui accuse {} ?', 'De quoi {} est-il accusé, et par qui ?'],
  },
  en: {
    title: [
      'Who is blamed for this: {}?',
      'What did the accused say about the {}?',
      'How sure are the accusers, {}?',
      'When did anybody accuse anybody: {}?',
    ],
    actor: ['Who accused {}?', 'What is {} accused of, and on what basis?'],
  },
  zh: {
    title: ['谁被指责：{}？', '{}，被指责方如何回应？', '{}：指责的依据是什么？'],
    actor: ['谁指责{}？', '{}被指责做了什么？'],
  },
};

export interface VariedQuestion {
  readonly lang: 'fr' | 'en' | 'zh';
  readonly text: string;
}

/** In an order that is always the same and mixes cases and languages. */
export function variedQuestions(corpus: string): VariedQuestion[] {
  const questions = caseFiles(corpus).flatMap(({ title, claims }) => {
    const actors = new Set(claims.flatMap(({ against }) => against?.actor ?? []));
    return (['fr', 'en', 'zh'] as const).flatMap((lang) => {
      const name = title[lang]?.replace(/\s*[（(][^()（）]*[)）]\s*$/, '');
      const fill = (forms: readonly string[], words: Iterable<string>) =>
        [...words].flatMap((word) => forms.map((form) => ({ lang, text: form.replace('{}', word) })));
      return [
        ...fill(FORMS[lang].title, name === undefined ? [] : [name]),
        ...fill(FORMS[lang].actor, actors),
      ];
    });
  });
  const byText = new Map(questions.map((question) => [question.text, question]));
  // A step that has no divisor in common with the number of questions visits each once.
  const list = [...byText.values()];
  const step = firstCoprime(Math.max(1, Math.floor(list.length * 0.382)), list.length);
  return list.map((_, i) => list[(i * step) % list.length] as VariedQuestion);
}

function caseFiles(corpus: string) {
  return readdirSync(corpus)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .flatMap((name) => {
      const front = /^---\n([\s\S]*?)\n---/.exec(readFileSync(join(corpus, name), 'utf8'))?.[1];
      const read = front === undefined ? null : FRONT_MATTER.safeParse(parse(front));
      return read?.success === true ? [read.data] : [];
    });
}

function firstCoprime(from: number, count: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = from;
  while (divisor(step, count) > 1) step += 1;
  return step;
}
