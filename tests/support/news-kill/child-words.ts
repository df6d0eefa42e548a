/** What the parent and the processes that it kills tell each other. */
import type { openState } from '../../../src/state/state.ts';

export interface ChildOrder {
  readonly place: Parameters<typeof openState>[0]['place'];
  readonly slack: { readonly apiUrl: string; readonly botToken: string; readonly appToken: string };
  readonly discord: { readonly apiUrl: string; readonly token: string };
}

export type ChildWord =
  | { readonly type: 'ready' }
  /** It has the state open. */
  | { readonly type: 'working' }
  /** There was nothing to do. */
  | { readonly type: 'idle' }
  | { readonly type: 'trouble'; readonly text: string };
