/** From where the chat is reached, and what it asks of who comes. */
export interface WebAccess {
  /** What everybody must show; null: only this machine reaches the chat, and nobody is asked. */
  readonly token: string | null;
  /** Names under which it is reached beside its own, such as a proxy's. */
  readonly hosts: readonly string[];
  /** Reverse proxies in front of it, whose forwarded headers are believed. */
  readonly proxies: number;
}
