/** The thread that turns a sketch into pixels: the library works for tenths of a second at a stretch. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { RenderReply, RenderTask } from './render-svg.ts';

const require = createRequire(import.meta.url);
const ready = initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));

parentPort?.on('message', async ({ id, svg, fonts }: RenderTask) => {
  const reply = await render(svg, fonts).then(
    (png): RenderReply => ({ id, png, error: null }),
    (error: unknown): RenderReply => ({ id, png: null, error: String(error) }),
  );
  parentPort?.postMessage(reply);
});

async function render(svg: string, fonts: readonly string[]): Promise<Uint8Array> {
  await ready;
  const drawing = new Resvg(svg, {
    font: {
      loadSystemFonts: false,
      fontBuffers: fonts.map((path) => readFileSync(path)),
      defaultFontFamily: 'Noto Sans',
    },
  });
  try {
    const image = drawing.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    drawing.free();
  }
}
