/** An answer as it stands now: with what has become of its sources since it was given. */
import type { Answer, Notice } from '../../core/answer.ts';
import type { CitedChange } from '../../core/correction.ts';
import { changeText } from './notice-text.ts';

/** Also where no conversation could be told of it. */
export function withCorrections(answer: Answer, changes: readonly CitedChange[]): Answer {
  const notices = changes.map(
    (change): Notice => ({
      code: change.kind === 'withdrawn' ? 'source-withdrawn' : 'source-corrected',
      text: changeText(change, answer.lang),
    }),
  );
  return notices.length === 0 ? answer : { ...answer, notices: [...answer.notices, ...notices] };
}
