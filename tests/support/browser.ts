/** A real browser for tests and screenshots, with fonts for Latin and Chinese, and no system package. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';
import { unpackWoff } from './unpack-woff.ts';

/** The sandbox and the GPU are what a container lacks; web security stays on, since the tests watch it. */
const ARGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
];

/**
 * Points fontconfig at the Latin fonts that the browser package unpacks and at the Chinese font of a dev dependency.
 *
 * @returns the path of the configuration file.
 */
function writeFontConfig(): string {
  const require = createRequire(import.meta.url);
  const files = join(dirname(require.resolve('@fontsource/noto-sans-sc/package.json')), 'files');
  const weights = [400, 700].map((weight) => `noto-sans-sc-chinese-simplified-${weight}-normal.woff`);
  const folder = join(tmpdir(), 'casebook-browser-fonts');
  mkdirSync(join(folder, 'chinese'), { recursive: true });
  for (const name of weights) {
    writeFileSync(
      join(folder, 'chinese', name.replace('.woff', '.ttf')),
      unpackWoff(readFileSync(join(files, name))),
    );
  }
  const prefer = (family: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>Open Sans</family><family>Noto Sans SC</family></prefer></alias>`;
  const file = join(folder, 'fonts.conf');
  writeFileSync(
    file,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(tmpdir(), 'fonts')}</dir>
  <dir>${join(folder, 'chinese')}</dir>
  <cachedir>${join(folder, 'cache')}</cachedir>
  ${['system-ui', 'sans-serif', 'serif'].map(prefer).join('\n  ')}
</fontconfig>
`,
  );
  return file;
}

/** Starts the browser that the dev dependency carries. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  return playwright.launch({
    executablePath,
    args: ARGS,
    env: { ...process.env, FONTCONFIG_FILE: writeFontConfig() } as Record<string, string>,
  });
}
