/**
 * A model in this process, through `@huggingface/transformers`: an optional package of some 300 MB, which is imported
 * only where a local model is chosen. What is used of it is described here, so that the types can be checked without it.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join } from 'node:path';
import type { LocalModel } from './local-protocol.ts';

export const LOCAL_PACKAGE = '@huggingface/transformers';
/** The version that this was tried with. */
const LOCAL_VERSION = '4.3.1';
/** What to run where the package is absent. The variable spares a download of libraries for graphics cards. */
const INSTALL_COMMAND = `ONNXRUNTIME_NODE_INSTALL=skip npm install --no-save ${LOCAL_PACKAGE}@${LOCAL_VERSION}`;

/** Weights in 8 bits: a quarter of the memory and twice the speed, for vectors that hardly differ. */
const SMALL = { dtype: 'q8', file: 'model_quantized.onnx' };
const FULL = { dtype: 'fp32', file: 'model.onnx' };

interface Tensor {
  readonly dims: readonly number[];
  readonly data: ArrayLike<number>;
}
type Extract = (texts: string[], options: { pooling: string; normalize: boolean }) => Promise<Tensor>;
interface Transformers {
  readonly env: { localModelPath: string; cacheDir: string | null; allowRemoteModels: boolean };
  readonly LogLevel?: { readonly ERROR: number };
  pipeline(task: 'feature-extraction', model: string, options: { dtype: string }): Promise<Extract>;
}

/**
 * Loads the model; one of the hub is downloaded the first time.
 *
 * @returns a function that gives a vector for each text; what is longer than the model reads is cut off.
 * @throws Error that says what to do, when the package or the model cannot be loaded.
 */
export async function loadLocalModel({
  model,
  pooling,
  cacheDir,
}: LocalModel): Promise<(texts: readonly string[]) => Promise<Float32Array[]>> {
  const folder = isAbsolute(model) ? model : null;
  if (folder !== null) checkFolder(folder);
  const { env, pipeline } = await importPackage();
  env.cacheDir = cacheDir;
  if (folder !== null) {
    env.allowRemoteModels = false;
    env.localModelPath = dirname(folder);
  }
  const name = folder === null ? model : basename(folder);
  const { dtype } = folder === null || existsSync(join(folder, 'onnx', SMALL.file)) ? SMALL : FULL;
  let extract: Extract;
  try {
    extract = await pipeline('feature-extraction', name, { dtype });
  } catch (error) {
    const reason = firstLine(error);
    const advice = folder === null ? 'download it by hand and name its folder (local:/path/to/folder)' : null;
    throw new Error(
      `the model ${model} cannot be loaded (${reason})${advice === null ? '' : `; without a way to the hub, ${advice}`}`,
    );
  }
  return async (texts) => {
    const { dims, data } = await extract([...texts], { pooling, normalize: true });
    const [count = 0, dimensions = 0] = dims;
    if (dims.length !== 2 || data.length !== count * dimensions)
      throw new Error(
        `the model ${model} gave a tensor of ${dims.join(' × ')}: not one that makes embeddings`,
      );
    return Array.from({ length: count }, (_, row) =>
      Float32Array.from({ length: dimensions }, (_unused, i) => data[row * dimensions + i] ?? Number.NaN),
    );
  };
}

/** @throws Error that says what a folder must hold. */
function checkFolder(folder: string): void {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new Error(`EMBEDDING_MODEL names ${folder}, which is not a folder`);
  const onnx = join(folder, 'onnx');
  const weights = existsSync(onnx) ? readdirSync(onnx) : [];
  const missing = ['config.json', 'tokenizer.json', 'tokenizer_config.json'].filter(
    (file) => !existsSync(join(folder, file)),
  );
  if (!weights.includes(SMALL.file) && !weights.includes(FULL.file))
    missing.push(`onnx/${SMALL.file} or onnx/${FULL.file}`);
  if (missing.length > 0) throw new Error(`the folder ${folder} lacks ${missing.join(', ')}`);
}

async function importPackage(): Promise<Transformers> {
  // By a variable: the package is not there when types and imports are checked.
  const name: string = LOCAL_PACKAGE;
  try {
    return (await import(name)) as Transformers;
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND';
    throw new Error(
      absent
        ? `local models need the package ${LOCAL_PACKAGE}, which is not installed; run: ${INSTALL_COMMAND}`
        : `the package ${LOCAL_PACKAGE} does not load (${firstLine(error)}); run: ${INSTALL_COMMAND}`,
    );
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
