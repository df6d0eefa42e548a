/**
 * Measures how well claims are read out of texts. Case files are their own answer: the claims of their front matter
 * against those read out of each source's prose. For articles the answer is a JSON file of claims by file name.
 *
 * Usage: node scripts/measure-claims.ts [--part dev|held|all] [--gold claims.json] [--show] PATH…
 *   --part   of the case files, those to develop on, the third kept aside (by a hash of the id), or all (all)
 *   --show   also prints each claim that was missed or is too many
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { extractClaims } from '../src/claims/extract-claims.ts';
import type { Claim } from '../src/core/case-record.ts';
import type { SourceDocument } from '../src/core/source.ts';
import type { CorpusStore } from '../src/corpus/corpus-store.ts';
import { ingest } from '../src/corpus/ingest.ts';
import { type Lexicon, loadLexicon } from '../src/lexicon/lexicon.ts';

interface Expected {
  readonly kind: string;
  readonly speaker: string;
  readonly country: string | null;
  readonly actor: string | null;
  readonly state: string | null;
  readonly date: string | null;
  /** Verbatim words; undefined where the answer tells it in words of its own. */
  readonly certainty: string | null | undefined;
}

/** Kinds that stand on the same side of a case count as one: a denial and a counter-accusation are both replies. */
const GROUPS: Readonly<Record<string, string>> = {
  accusation: 'accusation',
  denial: 'reply',
  'counter-accusation': 'reply',
  'no-comment': 'reply',
  acknowledgement: 'reply',
  'self-claim': 'reply',
  retraction: 'contest',
  contest: 'contest',
  measure: 'measure',
};

class Tally {
  hit = 0;
  missed = 0;
  extra = 0;
  /** Of those: what another source of the same case file says, too. */
  elsewhere = 0;
  dated = 0;
  datedRight = 0;
  sure = 0;
  sureRight = 0;
  line(name: string): string {
    const precision = this.hit / (this.hit + this.extra);
    const recall = this.hit / (this.hit + this.missed);
    const f1 = (2 * precision * recall) / (precision + recall);
    const show = (n: number) => (Number.isFinite(n) ? n.toFixed(2) : '—').padStart(5);
    const dates = this.dated === 0 ? '' : `  dates ${this.datedRight}/${this.dated}`;
    const sure = this.sure === 0 ? '' : `  certainty ${this.sureRight}/${this.sure}`;
    const within =
      this.elsewhere === 0
        ? ''
        : `  P within the case${show((this.hit + this.elsewhere) / (this.hit + this.extra))}`;
    return `${name.padEnd(14)} P${show(precision)} R${show(recall)} F1${show(f1)}  (${this.hit} found, ${this.missed} missed, ${this.extra} more)${within}${dates}${sure}`;
  }
}

const { values, positionals } = parseArgs({
  options: { part: { type: 'string' }, gold: { type: 'string' }, show: { type: 'boolean' } },
  allowPositionals: true,
});
const lexicon = loadLexicon();
const documents: SourceDocument[] = [];
const cases = new Map<string, readonly Claim[]>();
const store: CorpusStore = {
  listRoot: async () => new Map(),
  ownersOf: async () => new Map(),
  put: async (_root, _origin, more) => void documents.push(...more),
  remove: async () => undefined,
  putCases: async (_root, records) => records.forEach(({ id, claims }) => void cases.set(id, claims)),
};
await ingest(positionals, { store, origin: 'ingested' });
const gold: Record<string, Expected[]> =
  values.gold === undefined
    ? {}
    : (JSON.parse(readFileSync(values.gold, 'utf8')) as Record<string, Expected[]>);

const tallies = new Map<string, Tally>();
for (const document of documents) {
  const expected = expectedOf(document);
  if (expected === null) continue;
  compare(document, expected);
}
for (const [name, tally] of [...tallies].sort(([a], [b]) => order(a) - order(b)))
  console.log(tally.line(name));

function order(name: string): number {
  const at = ['all', 'fr', 'en', 'zh'].indexOf(name);
  return at === -1 ? 9 : at;
}

/** @returns null for a document that is not part of the measurement. */
function expectedOf({ source }: SourceDocument): Expected[] | null {
  const [caseId] = source.caseIds;
  if (caseId === undefined) return gold[basename(source.id)] ?? null;
  const held = (createHash('sha256').update(caseId).digest()[0] ?? 0) % 3 === 0;
  if ((values.part === 'dev' && held) || (values.part === 'held' && !held)) return null;
  return (cases.get(caseId) ?? [])
    .filter(({ sourceId, kind }) => sourceId === source.id && kind !== 'context')
    .map(expectedFrom);
}

function expectedFrom({ kind, speaker, speakerCountry, against, eventDate }: Claim): Expected {
  return {
    kind,
    speaker,
    country: speakerCountry,
    actor: against?.actor ?? null,
    state: against?.state ?? null,
    date: eventDate,
    certainty: undefined,
  };
}

function compare(document: SourceDocument, expected: readonly Expected[]): void {
  const left = [...extractClaims(document, lexicon)];
  const show = (sign: string, what: string) => {
    if (values.show === true) console.log(`${sign} ${document.source.id}: ${what}`);
  };
  const count = (kind: string, what: (tally: Tally) => void) => {
    for (const name of ['all', document.source.textLang, GROUPS[kind] ?? kind]) {
      const tally = tallies.get(name) ?? new Tally();
      tallies.set(name, tally);
      what(tally);
    }
  };
  for (const one of expected) {
    const fitting = left.filter((claim) => fits(one, claim, lexicon));
    const found = fitting.find(({ eventDate }) => eventDate === one.date) ?? fitting[0];
    if (found === undefined) {
      count(one.kind, (tally) => (tally.missed += 1));
      show('-', `${one.kind} | ${one.speaker} | ${one.country} | ${one.actor} ${one.state}`);
      continue;
    }
    left.splice(left.indexOf(found), 1);
    count(one.kind, (tally) => {
      tally.hit += 1;
      if (one.date !== null) {
        tally.dated += 1;
        const shorter = Math.min(one.date.length, found.eventDate?.length ?? 0);
        if (shorter > 0 && one.date.slice(0, shorter) === found.eventDate?.slice(0, shorter))
          tally.datedRight += 1;
        else show('d', `${one.date} | ${found.eventDate} | ${found.wording}`);
      }
      if (one.certainty !== undefined) {
        tally.sure += 1;
        if (one.certainty === found.confidenceAsStated) tally.sureRight += 1;
        else show('c', `${one.certainty} | ${found.confidenceAsStated} | ${found.wording}`);
      }
    });
  }
  for (const claim of left) {
    const known = (cases.get(document.source.caseIds[0] ?? '') ?? []).some((one) =>
      fits(expectedFrom(one), claim, lexicon),
    );
    count(claim.kind, (tally) => {
      tally.extra += 1;
      if (known) tally.elsewhere += 1;
    });
    const against = `${claim.against?.actor} ${claim.against?.state}`;
    show(
      '+',
      `${claim.kind} | ${claim.speaker} | ${claim.speakerCountry} ${claim.speakerType} | ${against} | ${claim.wording}`,
    );
  }
}

/** The same side, the same country speaking, and the same state accused, or the same group where none is named. */
function fits(one: Expected, claim: Claim, known: Lexicon): boolean {
  if (GROUPS[one.kind] !== GROUPS[claim.kind] || one.country !== claim.speakerCountry) return false;
  if (one.state === null && one.actor === null)
    return one.kind !== 'accusation' || claim.against?.state == null;
  const state = claim.against?.state ?? null;
  if (state !== null) return state === one.state;
  // Nobody is accused in so many words in a measure or a denial.
  if (claim.against === null) return one.kind !== 'accusation' && one.kind !== 'counter-accusation';
  const actors = (name: string | null) =>
    new Set(
      known
        .analyze(name ?? '', 'en')
        .concepts.flatMap(({ concept }) => (concept.kind === 'term' ? [] : concept.id)),
    );
  if (one.actor !== null && one.actor.toLowerCase() === claim.against.actor?.toLowerCase()) return true;
  const own = actors(claim.against.actor);
  if (one.actor === null) return one.state === null;
  const named = actors(one.actor);
  // Two descriptions of an unnamed group need not be the same words.
  return named.size === 0 && own.size === 0 ? one.state === null : [...named].some((id) => own.has(id));
}
