/** The look-up commands and the manifests as scripts use them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { newFolder, run, SHIPPED_CORPUS } from '../support/run-process.ts';

const env = { CASEBOOK_DATA_DIR: join(newFolder(), 'data'), CORPUS_DIRS: SHIPPED_CORPUS };
const lookUp = (kind: string, ...args: string[]) => run('cli/look-up.ts', [kind, ...args], { env });

let ids: string[];
beforeAll(async () => {
  const { code, stdout, stderr } = await lookUp('case', '--json');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  ids = (JSON.parse(stdout) as { id: string }[]).map(({ id }) => id);
  expect(ids.length).toBeGreaterThanOrEqual(4);
}, 60_000);

describe.each(['case', 'timeline', 'sides', 'summary', 'sources'])('%s', (kind) => {
  test('prints one report with its text, in the language asked for', async () => {
    const { code, stdout, stderr } = await lookUp(kind, '2023-wuhan-seismic-us', '--json', '--lang', 'zh');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const report = JSON.parse(stdout) as Report & { text: string };
    expect(report).toMatchObject({ kind, lang: 'zh', cases: [{ id: '2023-wuhan-seismic-us' }] });
    expect(report.sources.length).toBeGreaterThan(0);
    expect(report.text).toContain('[1]');
    expect(report.text).toContain('武汉');
  });

  test('is for people too, and says what is wrong', async () => {
    const shown = await lookUp(kind, 'Wuhan seismic', '--lang', 'fr');
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    expect(shown.stdout).toMatch(/^Sources$/m);
    expect(await lookUp(kind, 'no such case')).toMatchObject({ code: 1, stdout: '' });
    expect(await lookUp(kind, 'Wuhan', '--lang', 'de')).toMatchObject({ code: 2, stdout: '' });
  });
});

test('sources without words tell what the corpus holds, and are written as a picture', async () => {
  const png = join(newFolder(), 'sources.png');
  const { code, stdout } = await lookUp('sources', '--json', '--png', png);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ kind: 'sources', cases: [] });
  expect(readFileSync(png).toString('latin1', 1, 4)).toBe('PNG');
  expect(await lookUp('sides', 'Wuhan', '--png', png)).toMatchObject({ code: 2, stdout: '' });
});

test('an empty list of cases says why, beside the list', async () => {
  const empty = { CASEBOOK_DATA_DIR: join(newFolder(), 'data'), CORPUS_DIRS: '' };
  const { code, stdout, stderr } = await run('cli/look-up.ts', ['case', '--json'], { env: empty });
  expect({ code, stdout }).toEqual({ code: 0, stdout: '[]\n' });
  expect(stderr).toContain('no case');
});

test('compare takes two cases', async () => {
  const { code, stdout } = await lookUp(
    'compare',
    'wuhan seismic',
    '--with',
    'czech foreign ministry',
    '--json',
  );
  expect(code).toBe(0);
  expect((JSON.parse(stdout) as Report).cases.map(({ id }) => id)).toEqual([
    '2023-wuhan-seismic-us',
    '2025-czech-mfa-apt31',
  ]);
  expect(await lookUp('compare', 'wuhan')).toMatchObject({ code: 2, stdout: '' });
});

describe('manifest', () => {
  test('of Slack names every command that platforms offer, with the prefix', async () => {
    const { code, stdout } = await run('cli/manifest.ts', ['slack'], { env: { COMMAND_PREFIX: 'cb-' } });
    expect(code).toBe(0);
    const manifest = JSON.parse(stdout) as { features: { slash_commands: { command: string }[] } };
    const names = manifest.features.slash_commands.map(({ command }) => command);
    expect(names).toEqual(expect.arrayContaining(['/cb-ask', '/cb-case', '/cb-sources', '/cb-casebook']));
    expect(names).not.toContain('/cb-help');
  });

  test('of Discord gives the invite link, and nonsense is bad usage', async () => {
    const { code, stdout } = await run('cli/manifest.ts', ['discord', '--json'], {
      env: { DISCORD_TOKEN: `${Buffer.from('123456789012345678').toString('base64')}.x.y` },
    });
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { inviteUrl: string }).inviteUrl).toContain('client_id=123456789012345678');
    expect(await run('cli/manifest.ts', ['teams'], {})).toMatchObject({ code: 2, stdout: '' });
  });
});
