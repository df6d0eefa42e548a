/** Pictures at their addresses, and reports that name them. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebAdapter } from '../../../src/adapters/web/web-adapter.ts';
import { createPictures } from '../../../src/app-pictures.ts';
import { testBot } from '../../support/bot-kit.ts';
import { caseBookOf } from '../../support/case-book-kit.ts';
import { SAMPLE_CASE } from '../../support/report-kit.ts';
import { postQuestion, readEvents, startWeb } from '../../support/web-kit.ts';

const { id } = SAMPLE_CASE.record;
const pictures = createPictures({ warn: () => undefined });
let adapter: WebAdapter;
let url: string;

beforeAll(async () => {
  ({ adapter, url } = await startWeb(testBot({ cases: caseBookOf([SAMPLE_CASE]), pictures })));
});
afterAll(async () => {
  await adapter.stop();
  await pictures.close();
});

const ask = async (text: string) =>
  (await readEvents(await postQuestion(url, { text, threadId: 't', lang: 'fr' }))).at(-1);

describe('the address of a picture', () => {
  it.each([`/cases/${id}/timeline.png?lang=zh`, '/sources.png?lang=fr'])(
    '%s sends it, and not again',
    async (path) => {
      const first = await fetch(url + path);
      expect(first.status).toBe(200);
      expect(first.headers.get('content-type')).toBe('image/png');
      expect((await first.arrayBuffer()).byteLength).toBeGreaterThan(1_000);
      const tag = first.headers.get('etag') ?? expect.fail();
      const again = await fetch(url + path, { headers: { 'if-none-match': tag } });
      expect(again.status).toBe(304);
    },
  );

  it('says where there is none', async () => {
    expect((await fetch(`${url}/cases/2001-nowhere/timeline.png?lang=fr`)).status).toBe(404);
    expect((await fetch(`${url}/sources.png?lang=xx`)).status).toBe(400);
  });
});

describe('a report', () => {
  it('names its picture and carries no bytes', async () => {
    const final = await ask('/sources');
    expect(final).toMatchObject({
      type: 'report',
      report: {
        kind: 'sources',
        picture: { src: '/sources.png?lang=fr', width: 1080, alt: expect.any(String) },
      },
    });
    expect(JSON.stringify(final)).not.toContain('png":{');
    const timeline = await fetch(`${url}/api/cases/${id}/timeline?lang=en`);
    expect(await timeline.json()).toMatchObject({ picture: { src: `/cases/${id}/timeline.png?lang=en` } });
  });

  it('without a picture names none', async () => {
    expect(await (await fetch(`${url}/api/cases/${id}/sides?lang=en`)).json()).not.toHaveProperty('picture');
  });
});
