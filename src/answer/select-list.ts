/** Sentences that each add to a list: «quels pays …», "who has blamed …". */
import { isName } from '../lexicon/concept.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Evidence } from './evidence.ts';
import type { Question } from './question.ts';

/** Sentences in a list, before the other side is added. */
const MOST = 5;
/** A further sentence of a list must come this near to the best one's score: it names another, and has less of the question. */
const NEAR = 0.6;
/** … and must itself have this share of what the best one has. */
const DIRECT = 0.4;

/**
 * Of the accepted sentences those that name somebody or something new, best first.
 *
 * @param accepted sentences that answer the question, best first.
 */
export function selectList(question: Question, accepted: readonly Evidence[], lexicon: Lexicon): Evidence[] {
  const [best] = accepted;
  if (best === undefined) return [];
  const named = new Set(question.terms.flatMap(({ concepts }) => concepts));
  const chosen: Evidence[] = [];
  const near = accepted.filter(
    (item) =>
      item.score >= NEAR * best.score && item.direct >= DIRECT * best.direct && !isOtherArticle(item, best),
  );
  for (const item of oneOfEachCaseFirst(near)) {
    if (chosen.length >= MOST) break;
    const fresh = namesIn(item, lexicon).filter((id) => !named.has(id));
    if (chosen.length > 0 && fresh.length === 0) continue;
    for (const id of fresh) named.add(id);
    chosen.push(item);
  }
  return chosen;
}

/** No record tells what an article is about: but for the best one, its sentence must have every name of the question. */
function isOtherArticle({ story, named }: Evidence, best: Evidence): boolean {
  return story !== best.story && story.record === null && !named;
}

/** What is told last may give way to a reply: every case comes before a second sentence of any. */
function oneOfEachCaseFirst(items: readonly Evidence[]): Evidence[] {
  const firsts = items.filter((item, i) => items.findIndex(({ story }) => story === item.story) === i);
  return [...firsts, ...items.filter((item) => !firsts.includes(item))];
}

/** Parties and whoever speaks; what the question is about is in every sentence, and a place is no party. */
function namesIn({ sentence, story }: Evidence, lexicon: Lexicon): string[] {
  const ids = new Set([
    ...sentence.vocabulary.concepts,
    ...(sentence.speaker?.vocabulary.concepts ?? []),
    ...(story.record === null ? [] : [`case:${story.record.id}`]),
  ]);
  return [...ids].filter((id) => {
    const concept = lexicon.concept(id);
    return id.startsWith('case:') || (concept !== undefined && isName(concept) && concept.kind !== 'place');
  });
}
