/**
 * Measures to which cases articles are linked. Each source of a case file is taken as an article, and its own claims
 * are left out of its case meanwhile; other articles only have their links printed.
 *
 * Usage: node scripts/measure-links.ts PATH…
 */
import { createHash } from 'node:crypto';
import { profileCases } from '../src/claims/case-profiles.ts';
import { extractClaims } from '../src/claims/extract-claims.ts';
import { linkArticle } from '../src/claims/link-article.ts';
import type { CaseRecord } from '../src/core/case-record.ts';
import type { SourceDocument } from '../src/core/source.ts';
import { ingest } from '../src/corpus/ingest.ts';
import { loadLexicon } from '../src/lexicon/lexicon.ts';

const lexicon = loadLexicon();
const documents: SourceDocument[] = [];
const cases: CaseRecord[] = [];
await ingest(process.argv.slice(2), {
  origin: 'ingested',
  store: {
    listRoot: async () => new Map(),
    ownersOf: async () => new Map(),
    put: async (_root, _origin, more) => void documents.push(...more),
    remove: async () => undefined,
    putCases: async (_root, records) => void cases.push(...records),
  },
});

const counts: Record<string, Record<string, number>> = {};
for (const document of documents) {
  const { source } = document;
  const [caseId] = source.caseIds;
  const known = cases.map((record) =>
    record.id === caseId
      ? { ...record, claims: record.claims.filter(({ sourceId }) => sourceId !== source.id) }
      : record,
  );
  const links = linkArticle(
    document,
    extractClaims(document, lexicon),
    profileCases(known, lexicon),
    lexicon,
  );
  if (caseId === undefined) {
    for (const link of links)
      console.log(`${source.id}  ${link.status} ${link.caseId} ${link.score}  ${link.reason}`);
    continue;
  }
  const part =
    (createHash('sha256').update(caseId).digest()[0] ?? 0) % 3 === 0 ? 'kept aside' : 'developed on';
  const [best] = links;
  const there = links.some((link) => link.caseId === caseId);
  const what =
    best === undefined
      ? 'nothing'
      : best.caseId.startsWith('new:')
        ? 'a new case proposed'
        : `${best.status} ${there ? 'right' : 'wrong'}`;
  counts[part] = { ...counts[part], [what]: (counts[part]?.[what] ?? 0) + 1 };
}
console.log(counts);
