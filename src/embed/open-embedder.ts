/** A model ready for use: tried with one word, its dimension known. */
import { ModelFailure, toModelFailure } from '../core/model-failure.ts';
import { callPatiently } from './call-patiently.ts';
import { checkVectors } from './check-vectors.ts';
import type { Embedder } from './embedder.ts';
import { type CallSize, type EmbeddingClient, inPortions } from './embedding-client.ts';
import { type EmbeddingSpec, modelId } from './embedding-spec.ts';
import { inTurn } from './in-turn.ts';

export interface EmbedderParts {
  readonly client: EmbeddingClient;
  readonly size: CallSize;
  /** Values that no message may show. */
  readonly secrets: readonly string[];
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly random: () => number;
}

/** What a model is tried with. */
const PROBE = 'OK';
/** How often a text that is refused by itself is halved: to 400 characters at least, from the longest. */
const MOST_HALVINGS = 4;
/** Characters below which a text cannot be what is too long. */
const SURELY_SHORT = 200;
/** What some servers say of a text that is too long, with a status that tells of a defect of their own. */
const TOO_LONG = /too (?:long|large|many tokens)|context (?:length|size|window)|maximum|exceed/i;

/**
 * @param dimensions when they are known: the model is then not asked.
 * @throws ModelFailure when the model cannot be loaded or reached.
 */
export async function openEmbedder(
  spec: EmbeddingSpec,
  parts: EmbedderParts,
  signal: AbortSignal,
  dimensions?: number,
): Promise<Embedder> {
  const { client, size, secrets, sleep, random } = parts;
  const call = (texts: readonly string[], known: number | null, given: AbortSignal, calls?: number) =>
    callPatiently(
      async (callSignal) => {
        const given = await client.embed(texts, callSignal).catch((error: unknown) => {
          throw asRefusal(toModelFailure(error, secrets));
        });
        return checkVectors(given, texts.length, known);
      },
      { signal: given, timeout: size.timeout, secrets, sleep, random, ...(calls ? { calls } : {}) },
    );
  const length = dimensions ?? (await call([PROBE], null, signal, 1))[0]?.length ?? 0;
  const cut = (text: string): string => text.slice(0, size.longest).toWellFormed();

  /** Splits what is refused until the text is found that is at fault, and cuts that one. */
  const embed = async (texts: readonly string[], given: AbortSignal): Promise<Float32Array[]> => {
    try {
      return await call(texts, length, given);
    } catch (error) {
      given.throwIfAborted();
      if (!isRefusal(error)) throw error;
      if (texts.length === 1) return [await embedAlone(texts[0] ?? '', given, error)];
      const half = Math.ceil(texts.length / 2);
      return [...(await embed(texts.slice(0, half), given)), ...(await embed(texts.slice(half), given))];
    }
  };
  const embedAlone = async (text: string, given: AbortSignal, refused: unknown): Promise<Float32Array> => {
    let shorter = text;
    for (let i = 0; i < MOST_HALVINGS && shorter.length > SURELY_SHORT; i += 1) {
      shorter = shorter.slice(0, Math.ceil(shorter.length / 2)).toWellFormed();
      try {
        const [vector] = await call([shorter], length, given);
        if (vector) return vector;
      } catch (error) {
        given.throwIfAborted();
        if (!isRefusal(error)) throw error;
      }
    }
    // Only when the model is well otherwise is it the text.
    await call([PROBE], length, given).catch(() => {
      throw refused;
    });
    return new Float32Array(length);
  };

  return {
    model: modelId(spec, length),
    dimensions: length,
    async embedPassages(texts, given) {
      const portions = inPortions(
        texts.map((text) => cut(spec.passagePrefix + text)),
        size,
      );
      const vectors = await inTurn(portions, size.calls, (portion, one) => embed(portion, one), given);
      return vectors.flat();
    },
    async embedQuery(text, given) {
      const [vector] = await call([cut(spec.queryPrefix + text)], length, given, 1);
      return vector as Float32Array;
    },
    close: () => client.close(),
  };
}

function asRefusal(failure: ModelFailure): ModelFailure {
  if (failure.status !== 500 || !TOO_LONG.test(failure.message)) return failure;
  return new ModelFailure('rejected', failure.message, failure.status);
}

/** Whether the texts may be what is wrong; 404 speaks of the model. */
function isRefusal(error: unknown): boolean {
  return error instanceof ModelFailure && error.kind === 'rejected' && error.status !== 404;
}
