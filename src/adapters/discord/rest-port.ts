/** The part of discord.js's REST client that the adapter uses; `client.rest` fits. */

type Route = `/${string}`;

interface RequestOptions {
  readonly body?: unknown;
  readonly query?: URLSearchParams;
  /** False where the path's own token is enough. */
  readonly auth?: boolean;
  readonly files?: { name: string; data: Buffer; contentType?: string }[];
  readonly signal?: AbortSignal;
}

export interface RestPort {
  get(route: Route, options?: RequestOptions): Promise<unknown>;
  post(route: Route, options?: RequestOptions): Promise<unknown>;
  patch(route: Route, options?: RequestOptions): Promise<unknown>;
  put(route: Route, options?: RequestOptions): Promise<unknown>;
  delete(route: Route, options?: RequestOptions): Promise<unknown>;
}

/** A message as REST gives it back, as far as it matters here. */
export interface WireMessage {
  readonly id: string;
  /** Other servers than Discord's own may leave it out. */
  readonly content?: string;
  readonly flags?: number;
  readonly author?: { readonly id: string };
  readonly components?: readonly unknown[];
  readonly message_reference?: { readonly message_id?: string };
  readonly interaction_metadata?: { readonly id: string };
}
