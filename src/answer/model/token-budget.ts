/** How many tokens models may use on a day. */
import { errorMessage } from '../../core/errors.ts';
import type { BudgetLedger, TokenCount } from './budget-ledger.ts';

export interface BudgetOptions {
  /** Tokens a day, read and written together; 0: no limit, nothing is counted. */
  readonly perDay: number;
  /** Null: the count begins anew with each process. */
  readonly ledger: BudgetLedger | null;
  readonly now: () => Date;
  /** Told when the ledger cannot be used; what this process knows is then what counts. */
  readonly onTrouble?: (message: string) => void;
}

export interface TokenBudget {
  /**
   * Room for one call. As long as anything is left a call may begin; it may use more than that. What calls under way are
   * expected to use counts as used.
   *
   * @returns null when nothing is left today.
   */
  reserve(model: string, expected: TokenCount): Promise<Reservation | null>;
  /** Of the present day, of all processes that share the ledger; 0 where nothing is counted. */
  spentToday(): Promise<number>;
}

export interface Reservation {
  /** What it used in the end. */
  settle(used: TokenCount): Promise<void>;
}

const NO_LIMIT: Reservation = { settle: async () => undefined };

export function createTokenBudget({ perDay, ledger, now, onTrouble }: BudgetOptions): TokenBudget {
  const today = (): string => now().toISOString().slice(0, 10);
  let day = today();
  let own = 0;
  // What the ledger does not hold yet, or could not be given.
  let unsaved = 0;
  let underWay = 0;

  function beginDay(): void {
    if (day === today()) return;
    day = today();
    own = 0;
    unsaved = 0;
  }

  /** Of this process and, as far as can be read, of all others that share the ledger. */
  async function used(): Promise<number> {
    beginDay();
    if (ledger === null) return own;
    try {
      const kept = total(await ledger.used(day));
      return Math.max(own, kept + unsaved);
    } catch (error) {
      onTrouble?.(errorMessage(error));
      return own;
    }
  }

  return {
    spentToday: used,
    async reserve(model, expected) {
      if (perDay === 0) return NO_LIMIT;
      const reserved = total(expected);
      // Before the wait for the ledger: of two that ask at the same time, the second must see the first.
      const before = underWay;
      underWay += reserved;
      if ((await used()) + before >= perDay) {
        underWay -= reserved;
        return null;
      }
      return {
        async settle(tokens) {
          beginDay();
          const used = total(tokens);
          // At once: between a reservation given back and its use counted, somebody else would find room.
          own += used;
          unsaved += used;
          underWay -= reserved;
          if (used === 0) return;
          try {
            await ledger?.add(day, model, tokens);
            unsaved = Math.max(0, unsaved - used);
          } catch (error) {
            onTrouble?.(errorMessage(error));
          }
        },
      };
    },
  };
}

function total({ input, output }: TokenCount): number {
  return input + output;
}

/** Letters of a word part, by rule of thumb, in scripts with letters; a Chinese character is about one token. */
const LETTERS_PER_TOKEN = 3.5;

/** About how many tokens a text has, where the provider does not tell. */
export function estimateTokens(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return Math.ceil(han + (text.length - han) / LETTERS_PER_TOKEN);
}
