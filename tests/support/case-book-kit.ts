/** The case book over cases that a test writes, and one of them that means harm. */
import { createCaseBook } from '../../src/cases/create-case-book.ts';
import type { CaseBook } from '../../src/core/case-book.ts';
import type { CaseTexts } from '../../src/core/retrieval.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { SAMPLE_CASE } from './report-kit.ts';
import { HOSTILE_TEXT } from './sample-answers.ts';

export function caseBookOf(texts: readonly CaseTexts[]): CaseBook {
  return createCaseBook({
    index: {
      listCases: async () => texts.map(({ record }) => record),
      readCase: async (id) => texts.find(({ record }) => record.id === id) ?? null,
    },
    lexicon: async () => loadLexicon(),
    now: () => new Date('2026-01-05T10:00:00Z'),
  });
}

const { record, sources } = SAMPLE_CASE;

/** The sample case with hostile text in every field that a source or its author can fill. */
export const HOSTILE_CASE: CaseTexts = {
  record: {
    ...record,
    title: { fr: `Titre ${HOSTILE_TEXT}`, en: `Title ${HOSTILE_TEXT}` },
    victims: [HOSTILE_TEXT, 'x'.repeat(300)],
    period: HOSTILE_TEXT,
    claims: record.claims.map((claim) => ({
      ...claim,
      speaker: `${claim.speaker} ${HOSTILE_TEXT}`,
      against: claim.against && { ...claim.against, actor: HOSTILE_TEXT, aliases: [HOSTILE_TEXT] },
      confidenceAsStated: HOSTILE_TEXT,
      wording: `${claim.wording ?? ''} ${HOSTILE_TEXT} ${'y'.repeat(200)}`,
    })),
  },
  sources: sources.map(({ source, ...rest }) => ({
    ...rest,
    source: {
      ...source,
      title: `${source.title} ${HOSTILE_TEXT}`,
      publisher: HOSTILE_TEXT,
      url: source.id.endsWith('1') ? 'javascript:window.hacked=1' : source.url,
    },
  })),
};
