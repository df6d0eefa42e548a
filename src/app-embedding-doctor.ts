/** What `doctor` says of the embedding model: which one, how far its vectors are, and what is wrong with it. */
import { setTimeout as sleep } from 'node:timers/promises';
import { indexPlace, type StateConfig } from './app-state.ts';
import type { Config } from './config.ts';
import { createDeadline } from './core/deadline.ts';
import { errorMessage } from './core/errors.ts';
import { createEmbedderPool } from './embed/embedder-pool.ts';
import { type EmbeddingSpec, embeddingSpec, parseSpec, specName } from './embed/embedding-spec.ts';
import { modelFolder } from './embed/model-folder.ts';
import type { NeuralState } from './index/neural-ports.ts';
import { peekNeuralState } from './index/peek-neural-state.ts';
import { type Finding, fail, ok, warn } from './ops/check.ts';

type EmbeddingConfig = StateConfig & Pick<Config, 'embedding' | 'embeddingAccess' | 'secrets'>;

/** Milliseconds for trying a model; one of the hub is downloaded the first time. */
const PROBE_TIMEOUT = 120_000;

/** @param online also asks a service for a vector; a local model is tried in any case. */
export async function checkEmbedding(
  config: EmbeddingConfig,
  { online, signal }: { readonly online: boolean; readonly signal: AbortSignal },
): Promise<Finding[]> {
  const state = await neuralState(config);
  const kept = state?.serving ?? null;
  if (config.embedding === null) {
    const also = kept === null ? '' : `; vectors of ${nameOf(kept.spec)} are kept for going back to it`;
    return [ok(`the built-in model${also}`)];
  }
  const spec = embeddingSpec(config.embedding);
  const name = specName(spec);
  const trouble = online || spec.provider === 'local' ? await tryModel(config, spec, signal) : null;
  const findings: Finding[] = [];
  if (trouble !== null)
    findings.push(
      fail(
        `${name} gives no vectors (${trouble}): the built-in model takes its place`,
        spec.provider === 'local' ? null : 'check the key, the address and the model’s name',
      ),
    );
  const progress = state && describe(state, JSON.stringify(spec));
  if (progress) findings.push(warn(`${name}: ${progress}`, 'npm start makes the rest, or npm run ingest'));
  if (findings.length > 0) return findings;
  const tried =
    online || spec.provider === 'local' ? 'gives vectors' : 'is set; --online asks it for a vector';
  const total = state?.total ?? 0;
  return [ok(`${name} ${tried}${total === 0 ? '' : `; all ${total} passages have theirs`}`)];
}

/** Null when there is no index yet. */
async function neuralState(config: StateConfig): Promise<NeuralState | null> {
  const { database } = indexPlace(config);
  if (database === null) return peekNeuralState(config.dataDir);
  const { peekPostgresNeural } = await import('./index/postgres/peek-neural-state.ts');
  return peekPostgresNeural(database);
}

/** Null when every passage has its vector. */
function describe({ serving, next, done, total }: NeuralState, spec: string): string | null {
  if (total === 0) return null;
  const meanwhile = serving === null ? 'the built-in model' : nameOf(serving.spec);
  if (next?.spec === spec)
    return `${done} of ${total} passages have their vector; ${meanwhile} serves until all do`;
  if (serving?.spec !== spec) return `no vectors are made yet; ${meanwhile} serves`;
  return done < total ? `${done} of ${total} passages have their vector` : null;
}

function nameOf(spec: string): string {
  const parsed = parseSpec(spec);
  return parsed === null ? 'another version’s model' : specName(parsed);
}

/** Why the model gives no vector; null when it does. */
async function tryModel(
  config: EmbeddingConfig,
  spec: EmbeddingSpec,
  signal: AbortSignal,
): Promise<string | null> {
  const pool = createEmbedderPool({
    access: config.embeddingAccess,
    modelDir: modelFolder(config.dataDir),
    secrets: config.secrets,
    fetch: globalThis.fetch,
    sleep: (ms, given) => sleep(ms, undefined, { signal: given }),
    random: () => 0,
  });
  const deadline = createDeadline(PROBE_TIMEOUT, signal);
  try {
    await pool.open(spec, deadline.signal);
    return null;
  } catch (error) {
    return errorMessage(error);
  } finally {
    deadline.end();
    await pool.close();
  }
}
