/** Drawing, joined from its parts: loaded when the first picture is asked for, and what was drawn is kept a while. */
import { createHash } from 'node:crypto';
import type { LRUCache } from 'lru-cache';
import type { Pictures } from './bot/pictures.ts';
import { errorMessage, OperatorError } from './core/errors.ts';
import type { PictureFrame } from './core/picture.ts';
import type { Report } from './core/report.ts';
import type { SvgRenderer } from './pictures/render-svg.ts';
import type { Sketch } from './pictures/sketch.ts';

/** Bytes of pictures kept: some fifty, a day's use of a newsroom. */
const CACHE_BYTES = 16 * 1024 * 1024;

export interface AppPictures extends Pictures {
  close(): Promise<void>;
}

export interface PictureLog {
  warn(fields: Record<string, unknown>, message: string): void;
}

export function createPictures(log: PictureLog): AppPictures {
  let renderer: SvgRenderer | null = null;
  let cache: LRUCache<string, Promise<Uint8Array>> | null = null;

  /** The same sketch is drawn once, also when two ask at the same time. */
  async function drawn({ svg }: Sketch): Promise<Uint8Array> {
    const [{ createSvgRenderer }, { LRUCache: Cache }] = await Promise.all([
      import('./pictures/render-svg.ts'),
      import('lru-cache'),
    ]);
    renderer ??= createSvgRenderer();
    cache ??= new Cache({ maxSize: CACHE_BYTES });
    const hash = createHash('sha256').update(svg).digest('base64');
    const known = cache.get(hash);
    if (known !== undefined) return known;
    const drawing = renderer.render(svg);
    // Until its size is known it counts as a large one.
    cache.set(hash, drawing, { size: 1024 * 1024 });
    try {
      const png = await drawing;
      cache.set(hash, drawing, { size: png.length });
      return png;
    } catch (error) {
      cache.delete(hash);
      throw error;
    }
  }

  const failed = (kind: string, error: unknown): null => {
    log.warn({ kind, reason: errorMessage(error).split('\n')[0] }, 'a picture could not be drawn');
    return null;
  };

  return {
    async describe(report) {
      try {
        const sketch = await sketchOf(report);
        return sketch === null ? null : frameOf(sketch);
      } catch (error) {
        return failed(report.kind, error);
      }
    },
    async draw(report) {
      try {
        const sketch = await sketchOf(report);
        return sketch === null ? null : { ...frameOf(sketch), png: await drawn(sketch) };
      } catch (error) {
        return failed(report.kind, error);
      }
    },
    close: async () => renderer?.close(),
  };
}

async function sketchOf(report: Report): Promise<Sketch | null> {
  const { sketchReport } = await import('./pictures/sketch-report.ts');
  return sketchReport(report);
}

function frameOf({ name, alt, width, height }: Sketch): PictureFrame {
  return { name, alt, width, height };
}

/** Draws a dot. @returns null when pictures can be drawn, else why not. */
export async function whyNoPictures(): Promise<string | null> {
  const { createSvgRenderer } = await import('./pictures/render-svg.ts');
  const renderer = createSvgRenderer();
  try {
    await renderer.render(
      '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text y="9">·</text></svg>',
    );
    return null;
  } catch (error) {
    return errorMessage(error).split('\n')[0] ?? '';
  } finally {
    await renderer.close();
  }
}

/**
 * Writes the report's picture whole or not at all; a file that is there is replaced, as `export --out` does.
 *
 * @throws OperatorError when the report has no picture, or the file cannot be written.
 */
export async function writePicture(
  pictures: Pick<Pictures, 'draw'>,
  report: Report,
  path: string,
): Promise<void> {
  const picture = await pictures.draw(report);
  if (picture === null)
    throw new OperatorError('there is no picture of this; npm run doctor says whether it can draw');
  const { writeFileAtomically } = await import('./index/write-file-atomically.ts');
  try {
    writeFileAtomically(path, picture.png);
  } catch (error) {
    throw new OperatorError(`${path} cannot be written: choose a folder that exists and may be written`, {
      cause: error,
    });
  }
}
