/** What the bot keeps between one process and the next: in a SQLite file of its own, or in PostgreSQL. */
import { sql } from 'kysely';
import type { BotStore } from '../bot/bot-store.ts';
import { errorMessage } from '../core/errors.ts';
import type { WorkCounts } from '../core/work-counts.ts';
import type { DeliveryBook } from '../news/delivery-book.ts';
import type { FeedBook } from '../news/feed-book.ts';
import type { StoryBook } from '../news/story-book.ts';
import type { StoryPosts } from '../news/story-posts.ts';
import type { SubscriptionBook } from '../news/subscription-book.ts';
import { createAnswerShelf } from './answer-shelf.ts';
import { createCorrectionBook } from './correction-book.ts';
import { countWork } from './count-work.ts';
import { createDeliveryBook } from './delivery-book.ts';
import { createDepartureBook, type DepartureBook } from './departure-book.ts';
import type { OnExpired } from './drop-expired.ts';
import { createErrorBox } from './error-box.ts';
import { createFeedBook } from './feed-book.ts';
import { createForgetUser } from './forget-user.ts';
import { createInbox } from './inbox.ts';
import { createInstallationShelf, type KeptInstallations } from './installation-shelf.ts';
import { createLeaseBook, type KeptLeases } from './lease-book.ts';
import { createLimitBook } from './limit-book.ts';
import { type ErrorFilter, type ListedError, listErrors } from './list-errors.ts';
import { type ListedRating, listRatings, type RatingFilter } from './list-ratings.ts';
import { beginPresence } from './presence.ts';
import { createPurge } from './purge.ts';
import { createRatingBox } from './rating-box.ts';
import { createSettingsShelf } from './settings-shelf.ts';
import { openStateAt, openStateDatabase, type StateDatabase, type StatePlace } from './state-database.ts';
import { createStoryBook } from './story-book.ts';
import { createStoryPosts } from './story-posts.ts';
import { createSubscriptionBook } from './subscription-book.ts';
import { createThreadBook } from './thread-book.ts';
import { createTokenSeal, type TokenKeys } from './token-seal.ts';

interface StateDeps {
  /** Milliseconds since 1970, as `Date.now` gives them. */
  readonly now: () => number;
  /** Is told of messages that nobody answered in time and of purges that failed; pino's fits. */
  readonly log?: { warn(fields: Record<string, unknown>, message: string): void };
}

export interface StateOptions extends StateDeps {
  /** Of the file, in a folder that exists; `:memory:` for tests. */
  readonly path: string;
}

/** What the news keep. */
export interface NewsBooks {
  readonly feeds: FeedBook;
  readonly stories: StoryBook;
  readonly posts: StoryPosts;
  readonly deliveries: DeliveryBook;
  readonly subscriptions: SubscriptionBook;
  readonly leases: KeptLeases;
}

export interface State extends BotStore {
  readonly news: NewsBooks;
  readonly departures: DepartureBook;
  /** @param keys of 32 bytes each: the first encrypts tokens, each decrypts them. */
  installations(platform: string, keys: TokenKeys): KeptInstallations;
  listRatings(filter: RatingFilter): Promise<ListedRating[]>;
  listErrors(filter: ErrorFilter): Promise<ListedError[]>;
  /** Resolves when the database answers. @throws OperatorError or the error of the connection. */
  ping(): Promise<void>;
  /** How much waits and how much went wrong, of all processes that share the database. */
  countWork(): Promise<WorkCounts>;
  /** Lets the purge under way end its step, and closes the file. Call nothing after it. */
  close(): Promise<void>;
}

/**
 * Opens the state in a file, on the calling thread: a statement takes a tenth of a millisecond or so.
 *
 * Its methods reject with an OperatorError where a person can put it right: a full disk, a damaged file.
 *
 * @throws OperatorError when the file is of a newer version, is not ours, or cannot be used.
 */
export function createState({ path, ...deps }: StateOptions): State {
  return stateOver(openStateDatabase(path), deps);
}

/**
 * As `createState`, in a file or in PostgreSQL, which several processes may share.
 *
 * @param options `processId`: unique to this process; with it, those that share a PostgreSQL leave alone the messages that
 * this one answers, until it is gone.
 */
export async function openState({
  place,
  processId,
  ...deps
}: StateDeps & { readonly place: StatePlace; readonly processId?: string }): Promise<State> {
  const database = await openStateAt(place);
  if (place.type === 'sqlite' || processId === undefined) return stateOver(database, deps);
  const onFailure = (error: unknown) =>
    deps.log?.warn({ error: errorMessage(error) }, 'telling the others that this process runs failed');
  const presence = await beginPresence(database, processId, deps.now, onFailure).catch(
    async (error: unknown) => {
      await database.close();
      throw error;
    },
  );
  const state = stateOver(database, deps, processId);
  return {
    ...state,
    async close() {
      await presence.end();
      await state.close();
    },
  };
}

function stateOver(database: StateDatabase, { now, log }: StateDeps, processId: string | null = null): State {
  const onExpired: OnExpired = (platform, count) =>
    log?.warn({ platform, count }, 'dropped messages that nobody answered within a day');
  const onFailure = (error: unknown) =>
    log?.warn({ error: errorMessage(error) }, 'purging what was kept long enough failed');
  const purge = createPurge(database, now, { onExpired, onFailure });
  const state: StateDatabase = {
    ...database,
    async run(work) {
      const result = await database.run(work);
      purge.beginIfDue();
      return result;
    },
  };
  purge.beginIfDue();
  return {
    inbox: createInbox(state, now, onExpired, processId),
    answers: createAnswerShelf(state, now),
    ratings: createRatingBox(state, now),
    errors: createErrorBox(state, now),
    corrections: createCorrectionBook(state, now),
    threads: createThreadBook(state, now),
    settings: createSettingsShelf(state),
    limits: createLimitBook(state, now),
    forgetUser: createForgetUser(state),
    news: {
      feeds: createFeedBook(state, now),
      stories: createStoryBook(state, now),
      posts: createStoryPosts(state, now),
      deliveries: createDeliveryBook(state, now),
      subscriptions: createSubscriptionBook(state),
      leases: createLeaseBook(state, now),
    },
    departures: createDepartureBook(state, now),
    installations: (platform, keys) =>
      createInstallationShelf(state, { platform, seal: createTokenSeal(keys), now }),
    listRatings: (filter) => listRatings(state, filter),
    listErrors: (filter) => listErrors(state, filter),
    ping: () => database.run(async (db) => void (await sql`select 1`.execute(db))),
    countWork: () => countWork(database, now()),
    async close() {
      await purge.stop();
      await database.close();
    },
  };
}
