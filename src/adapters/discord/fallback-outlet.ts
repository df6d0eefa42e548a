/** A reply that goes elsewhere when its place refuses it. */
import type { Outlet } from './outlet.ts';

/**
 * @param first where the reply belongs.
 * @param shouldLeave whether an error of the first place means the other one; checked before each write too, with null.
 * @param second makes the other place, once; null where there is none.
 */
export function createFallbackOutlet(
  first: Outlet,
  shouldLeave: (error: unknown) => boolean,
  second: (error: unknown) => Promise<Outlet | null>,
): Outlet {
  let left: { readonly error: unknown } | null = null;
  let other: Outlet | null = null;
  return {
    async write(messages, state) {
      if (left === null && shouldLeave(null)) left = { error: null };
      if (left === null) {
        try {
          await first.write(messages, state);
          return;
        } catch (error) {
          if (!shouldLeave(error)) throw error;
          left = { error };
        }
      }
      // What is not finished need not be shown twice.
      if (state === 'draft') return;
      other ??= await second(left.error);
      if (other === null) throw left.error ?? new Error('the reply has no place left to go to');
      await other.write(messages, state);
    },
  };
}
