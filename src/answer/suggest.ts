/** Questions about the nearest cases that the corpus does answer, for one that it does not. */
import type { AnswerLang } from '../core/answer.ts';
import type { CaseRecord } from '../core/case-record.ts';
import { fold } from '../lexicon/fold.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { weighEvidence } from './evidence.ts';
import type { Gathered } from './gather-stories.ts';
import { PHRASES } from './phrases.ts';
import { analyzeQuestion } from './question.ts';
import { selectEvidence } from './select-evidence.ts';
import type { Story } from './story.ts';

/** Suggested questions at most. */
const MOST = 3;
/** About the nearest case at most: the asker may have meant another. */
const MOST_OF_FIRST = 2;

/**
 * @param asked the question that was refused: it is not suggested again.
 * @param first the case that the question is about, if it is known.
 */
export function suggest(
  asked: string,
  lang: AnswerLang,
  { stories }: Pick<Gathered, 'stories'>,
  lexicon: Lexicon,
  first: Story | null = null,
): string[] {
  const ordered = first === null ? stories : [first, ...stories.filter((story) => story !== first)];
  const found: string[] = [];
  for (const [i, story] of ordered.filter(({ record }) => record !== null).entries()) {
    const left = Math.min(i === 0 ? MOST_OF_FIRST : 1, MOST - found.length);
    const fitting = questionsAbout(story, lang).filter(
      (question) => !isSame(question, asked) && isAnswered(question, lang, stories, lexicon),
    );
    found.push(...fitting.slice(0, left));
    if (found.length >= MOST) break;
  }
  return found;
}

/** What the record answers: who accuses, what the accused side replies. */
function questionsAbout({ record, replies }: Story, lang: AnswerLang): string[] {
  if (record === null) return [];
  const title = titleOf(record, lang);
  const { caseQuestion, replyQuestion } = PHRASES[lang];
  return [caseQuestion(title), ...(replies.length > 0 ? [replyQuestion(title)] : [])];
}

export function titleOf({ title }: CaseRecord, lang: AnswerLang): string {
  return title[lang] ?? title.en;
}

function isAnswered(
  question: string,
  lang: AnswerLang,
  stories: readonly Story[],
  lexicon: Lexicon,
): boolean {
  const taken = analyzeQuestion(question, lexicon, lang);
  return selectEvidence(taken, weighEvidence(taken, stories, lexicon), lexicon).length > 0;
}

function isSame(a: string, b: string): boolean {
  const words = (text: string): string =>
    fold(text)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return words(a) === words(b);
}
