/** A question that names several cases, answered from each of them. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Evidence, weighEvidence } from './evidence.ts';
import { isCountryName } from './field.ts';
import { matchTerm } from './match-term.ts';
import type { Question } from './question.ts';
import type { Term } from './question-term.ts';
import type { Story } from './story.ts';

/** Cases that are told of, and sentences in all, before the other side is added. */
const MOST_CASES = 4;
const MOST = 4;

/** What stands between two of several that are named: «Bundestag, NotPetya», "either for X or for Y", «朝鲜和中国». */
const SEPARATED = /[,;，；、/+&]|(?<!\p{L})(?:and|or|nor|versus|vs|et|ou|ni)(?!\p{L})|[和与與及或跟]/iu;

/**
 * For a question that no one case has all names of: each case that has some is asked for what is left without the
 * others' names. Empty where a name is nobody's, or where the names are not told side by side.
 *
 * @param select the sentences of one case that answer, best first.
 */
export function selectAcross(
  question: Question,
  evidence: readonly Evidence[],
  lexicon: Lexicon,
  select: (question: Question, evidence: readonly Evidence[]) => Evidence[],
): Evidence[] {
  const parts = partsOf(question, [...new Set(evidence.map(({ story }) => story))], lexicon);
  if (parts.length < 2) return [];
  const found = parts.map(({ story, without }) => {
    const focus = question.focus !== null && without.has(question.focus) ? null : question.focus;
    const terms = question.terms.filter((term) => !without.has(term));
    const asked = { ...question, form: null, focus, terms };
    return select(asked, weighEvidence(asked, [story], lexicon));
  });
  if (found.filter((sentences) => sentences.length > 0).length < 2) return [];
  // One of each case before a second of any.
  const rows = [0, 1, 2].flatMap((row) => found.flatMap((sentences) => sentences.slice(row, row + 1)));
  const chosen = new Set(rows.slice(0, MOST));
  return found.flatMap((sentences) => sentences.filter((item) => chosen.has(item)));
}

interface Part {
  readonly story: Story;
  /** Names of the question that are other cases'. */
  readonly without: ReadonlySet<Term>;
}

function partsOf(question: Question, stories: readonly Story[], lexicon: Lexicon): Part[] {
  const names = question.terms.filter(({ isName }) => isName);
  const listed = names.filter((term, i) => isListed(question.text, term, names[i - 1], names[i + 1]));
  const isTitled = (term: Term, { topic }: Story): boolean =>
    topic !== null && matchTerm(term, topic, lexicon) >= 0.7;
  const left = new Set(listed);
  const cases: Story[] = [];
  for (const story of stories.toSorted((a, b) => a.rank - b.rank)) {
    const titled = listed.filter((term) => isTitled(term, story));
    const isNew = titled.some(
      (term) => left.has(term) && (!isCountryName(term, lexicon) || question.form === 'list'),
    );
    if (cases.length >= MOST_CASES || !isNew) continue;
    for (const term of titled) left.delete(term);
    cases.push(story);
  }
  // What is not among those listed side by side is asked of each of them: who offers the rewards.
  const shared = names.filter((term) => !listed.includes(term));
  const isShared = (term: Term): boolean => cases.every((story) => isTold(term, story, lexicon));
  if (left.size > 0 || !shared.every(isShared)) return [];
  const parts = cases.map((story) => ({
    story,
    without: new Set(listed.filter((term) => !isTitled(term, story))),
  }));
  return parts.some(({ without }) => without.size === 0) ? [] : parts;
}

/** Whether the name stands beside another one in a list. */
function isListed(text: string, term: Term, before: Term | undefined, behind: Term | undefined): boolean {
  return (
    (before !== undefined && SEPARATED.test(text.slice(before.end, term.start))) ||
    (behind !== undefined && SEPARATED.test(text.slice(term.end, behind.start)))
  );
}

function isTold(term: Term, { texts }: Story, lexicon: Lexicon): boolean {
  return texts.some(({ vocabulary }) => matchTerm(term, vocabulary, lexicon) > 0);
}
