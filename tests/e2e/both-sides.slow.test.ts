/** Over the shipped corpus, no answer says that the accused did not reply where a case's record holds the reply. */
import { expect, test } from 'vitest';
import { openApp } from '../../src/app.ts';
import { loadConfig } from '../../src/config.ts';
import type { CaseRecord } from '../../src/core/case-record.ts';
import { newFolder, SHIPPED_CORPUS } from '../support/run-process.ts';

const REPLIES = ['denial', 'no-comment', 'counter-accusation'];

/** A reply by a state that the case's accusers name. */
function isAnswered({ claims }: CaseRecord): boolean {
  const accused = claims.flatMap(({ kind, against }) => (kind === 'accusation' ? [against?.state] : []));
  return claims.some(
    ({ kind, speakerCountry }) =>
      REPLIES.includes(kind) && speakerCountry !== null && accused.includes(speakerCountry),
  );
}

test('who is accused is asked of every case', async () => {
  const env = { CASEBOOK_DATA_DIR: newFolder(), CORPUS_DIRS: SHIPPED_CORPUS, LOG_LEVEL: 'warn' };
  const app = await openApp(loadConfig(env, newFolder()), { defaultLogLevel: 'warn', willAsk: true });
  try {
    await app.syncCorpus({ signal: new AbortController().signal });
    const cases = await app.cases.list();
    const wronged: string[] = [];
    let shown = 0;
    for (const { title } of cases)
      for (const question of [
        `Who is accused in the case “${title.en}”, and what did the accused answer?`,
        `Qui est accusé dans l’affaire « ${title.fr} » ?`,
      ]) {
        const { sentences, citations, notices } = await app.answer(question);
        const cited = citations.map(({ sourceId }) => sourceId.split('/')[0]);
        const said = cases.some((record) => cited.includes(record.id) && isAnswered(record));
        if (sentences.some(({ kind }) => REPLIES.includes(kind))) shown++;
        if (said && notices.some(({ code }) => code === 'no-denial-found')) wronged.push(question);
      }
    console.log(`${shown} of ${cases.length * 2} answers show a reply of the accused`);
    expect(wronged).toEqual([]);
  } finally {
    await app.close();
  }
}, 120_000);
