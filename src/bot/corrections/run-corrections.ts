/** Watches the sources of recent answers, and tells conversations what has become of them. */
import type { AnswerLang } from '../../core/answer.ts';
import type { ChatAdapter } from '../../core/chat.ts';
import type { BotLog } from '../bot-log.ts';
import { askCommand } from '../commands/ask.ts';
import { describeError } from '../describe-error.ts';
import { type CorpusView, checkSources } from './check-sources.ts';
import type { CorrectionBook } from './correction-book.ts';
import { noticeText } from './notice-text.ts';

/** What notices need of a platform. */
export type NoticePlatform = Pick<ChatAdapter, 'platform' | 'post' | 'commandName'>;

export interface CorrectionDeps {
  readonly book: CorrectionBook;
  readonly corpus: CorpusView;
  /** For how many days after an answer its conversation is told; 0: never. */
  readonly days: number;
  readonly platforms: readonly NoticePlatform[];
  readonly log: BotLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly secrets?: readonly string[];
}

export interface Corrections {
  /** Looks at the sources, then posts what is due. One round at a time; never rejects. */
  round(): Promise<void>;
  /** Lets the notice that is being posted end, and begins no other. */
  stop(): Promise<void>;
}

const DAY = 24 * 60 * 60_000;
/** Between two rounds; milliseconds. A correction is no news flash, and a round reads the list of all sources. */
const INTERVAL = 5 * 60_000;
/** In which a platform must have taken a notice; milliseconds, below the lease of one. */
const POST_TIMEOUT = 60_000;

/** Begins with a round at once, and goes on every few minutes until it is stopped. */
export function startCorrections(deps: CorrectionDeps): Corrections {
  const corrections = createCorrections(deps);
  if (deps.days === 0) return corrections;
  void corrections.round();
  const timer = setInterval(() => void corrections.round(), INTERVAL);
  timer.unref();
  return {
    ...corrections,
    stop() {
      clearInterval(timer);
      return corrections.stop();
    },
  };
}

export function createCorrections(deps: CorrectionDeps): Corrections {
  const { book, corpus, days, platforms, log, now, secrets } = deps;
  let stopping = false;
  let underWay: Promise<void> | null = null;

  async function round(): Promise<void> {
    const time = now();
    await checkSources(book, corpus, { since: new Date(time - days * DAY), now: time });
    for (const platform of platforms) if (platform.post !== undefined) await postDue(platform);
  }

  async function postDue(platform: NoticePlatform): Promise<void> {
    while (!stopping) {
      const notice = await book.claim(platform.platform);
      if (notice === null) return;
      // The last answer's language is the one that the conversation is in now.
      const lang = notice.answers.at(-1)?.lang ?? 'en';
      const text = noticeText(notice.answers, notice.changes, lang, askName(platform, lang));
      try {
        await within(POST_TIMEOUT, platform.post?.(notice.to, text, notice.key));
      } catch (error) {
        const { platform: name, workspaceId } = notice.to;
        const fields = { platform: name, workspaceId, attempt: notice.attempt };
        log.warn({ ...fields, error: describeError(error, secrets) }, 'posting a correction notice failed');
        await book.putOff(notice);
        continue;
      }
      await book.sent(notice);
      log.info(
        { platform: notice.to.platform, answers: notice.answers.map(({ id }) => id) },
        'told a conversation of a correction',
      );
    }
  }

  return {
    round() {
      if (days === 0 || stopping) return Promise.resolve();
      underWay ??= round()
        .catch((error: unknown) =>
          log.warn({ error: describeError(error, secrets) }, 'looking for corrections failed'),
        )
        .finally(() => {
          underWay = null;
        });
      return underWay;
    },
    async stop() {
      stopping = true;
      await underWay;
    },
  };
}

function askName(platform: NoticePlatform, lang: AnswerLang): string {
  const { name, names } = askCommand;
  return `/${platform.commandName?.(name, names[lang]) ?? names[lang]}`;
}

async function within(milliseconds: number, work: Promise<void> | undefined): Promise<void> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(
    () => late.reject(new Error('the platform did not take the notice in time')),
    milliseconds,
  );
  try {
    await Promise.race([work, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
