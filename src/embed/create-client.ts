/** The client of a spec. */
import { CALL_SIZES, type CallSize, type EmbeddingClient } from './embedding-client.ts';
import type { EmbeddingProvider, EmbeddingSpec } from './embedding-spec.ts';
import { createLocalClient } from './local-client.ts';
import { createRemoteClient, type ServiceAccess } from './remote-client.ts';

export interface ClientParts {
  readonly access: Readonly<Record<Exclude<EmbeddingProvider, 'local'>, ServiceAccess>>;
  /** Where models of the hub are kept. */
  readonly modelDir: string;
  readonly fetch: typeof globalThis.fetch;
}

/** Loads nothing yet. */
export function createClient(
  spec: EmbeddingSpec,
  { access, modelDir, fetch }: ClientParts,
): { client: EmbeddingClient; size: CallSize } {
  const { provider, model, pooling } = spec;
  const client =
    provider === 'local'
      ? createLocalClient({ model, pooling, cacheDir: modelDir })
      : createRemoteClient({ provider, model }, access[provider], fetch);
  return { client, size: CALL_SIZES[provider] };
}
