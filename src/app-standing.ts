/** What `standing` does: a person's word on a publication, and who is to be told of it. */
import { existingState, indexPlace, type StateConfig } from './app-state.ts';
import type { Config } from './config.ts';
import type { Source, Standing } from './core/source.ts';

export interface StandingResult {
  readonly source: Source;
  /** Answers that cite it and whose conversations are told of changes. */
  readonly answers: number;
}

/**
 * Keeps the word, also while a server is running; null takes it back.
 *
 * @returns null when the corpus holds no source of that id.
 * @throws OperatorError when database or state cannot be used.
 */
export async function setStanding(
  config: StateConfig & Pick<Config, 'correctionNoticeDays'>,
  sourceId: string,
  standing: Standing | null,
): Promise<StandingResult | null> {
  const { correctionNoticeDays: days } = config;
  const { openIndex } = await import('./index/index-client.ts');
  const index = await openIndex(indexPlace(config));
  try {
    const source = await index.setStanding(sourceId, standing);
    if (source === null) return null;
    const place = existingState(config);
    if (days === 0 || place === null) return { source, answers: 0 };
    const [{ openState }, { checkSources }] = await Promise.all([
      import('./state/state.ts'),
      import('./bot/corrections/check-sources.ts'),
    ]);
    const state = await openState({ place, now: Date.now });
    try {
      const now = Date.now();
      const since = new Date(now - days * 24 * 60 * 60_000);
      // Now, so that answers from here on are not taken for ones that did not know it.
      await checkSources(state.corrections, index, { since, now });
      return { source, answers: (await state.corrections.answersCiting(sourceId, since)).length };
    } finally {
      await state.close();
    }
  } finally {
    await index.close();
  }
}
