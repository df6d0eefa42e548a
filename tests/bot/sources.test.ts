/** `/sources`: a report on the corpus, and pictures beside reports. */
import { describe, expect, it } from 'vitest';
import { corpusReport } from '../../src/bot/corpus-report.ts';
import { ANSWER_LANGS } from '../../src/core/answer.ts';
import type { ReplyEvent } from '../../src/core/chat.ts';
import type { Picture } from '../../src/core/picture.ts';
import { type Report, reportText } from '../../src/core/report.ts';
import { CASES, collector, message, OVERVIEW, testBot } from '../support/bot-kit.ts';

const PICTURE: Picture = { name: 'sources', alt: 'bars', width: 9, height: 9, png: new Uint8Array([1]) };

async function finalOf(
  bot: ReturnType<typeof testBot>,
  platform: ReturnType<typeof collector>,
  text = '/sources',
): Promise<ReplyEvent | undefined> {
  await bot.handle(platform, message({ text }));
  return platform.replies.at(-1)?.events.at(-1);
}

describe('what the corpus holds', () => {
  it.each(ANSWER_LANGS)('is told with its age, languages, publishers and countries in %s', (lang) => {
    const report = corpusReport(OVERVIEW, lang);
    const text = reportText(report);
    expect(report).toMatchObject({ kind: 'sources', lang, cases: [] });
    for (const fact of ['34', '210', '2021', '2025', 'Gazette de Valdoria (4)', '[1]'])
      expect(text).toContain(fact);
    expect(report.sources).toHaveLength(1);
    expect(report.sections.every(({ lines }) => lines.length > 0)).toBe(true);
  });

  it('counts what can be compared, and nothing else', () => {
    const counted = corpusReport(OVERVIEW, 'en').sections.filter(({ lines }) =>
      lines.every(({ count }) => count !== undefined),
    );
    expect(counted.map(({ heading }) => heading)).toEqual([
      'Who publishes',
      'Languages of the publications',
      'Countries that accuse',
      'Countries accused',
      'Countries that reply',
      'Sources by year',
    ]);
    expect(counted[2]?.lines).toMatchObject([
      { label: 'France', count: 9 },
      { label: expect.stringContaining('no one country'), count: 2 },
    ]);
  });

  it('folds countries beyond ten into one line without losing a claim', () => {
    const codes = ['FR', 'DE', 'US', 'CN', 'RU', 'IR', 'GB', 'EE', 'PL', 'CZ', 'NO', 'SE', 'FI'];
    const accusing = codes.map((country, i) => ({ country, claims: 20 - i }));
    const report = corpusReport({ ...OVERVIEW, balance: { ...OVERVIEW.balance, accusing } }, 'en');
    const lines = report.sections.find(({ heading }) => heading === 'Countries that accuse')?.lines ?? [];
    expect(lines).toHaveLength(10);
    expect(lines.reduce((sum, { count = 0 }) => sum + count, 0)).toBe(
      accusing.reduce((sum, { claims }) => sum + claims, 0),
    );
  });

  it('says so when it holds nothing', () => {
    const balance = {
      ...OVERVIEW.balance,
      authorities: [],
      years: [],
      accusing: [],
      accused: [],
      replying: [],
    };
    const empty = { sources: 0, passages: 0, languages: [], mostRecent: [], balance };
    expect(
      corpusReport({ ...empty, balance: { ...balance, textKinds: [], undated: 0, unreviewed: 0 } }, 'en')
        .notices,
    ).toEqual(['The corpus is empty: no source has been added yet.']);
  });
});

describe('a report', () => {
  it('brings its picture', async () => {
    const drawn: Report[] = [];
    const draw = async (report: Report) => {
      drawn.push(report);
      return PICTURE;
    };
    const bot = testBot({ pictures: { draw, describe: async () => PICTURE } });
    expect(await finalOf(bot, collector())).toMatchObject({ type: 'report', picture: PICTURE });
    expect(drawn).toHaveLength(1);
  });

  it('comes without where it cannot be drawn', async () => {
    const bot = testBot({ pictures: { draw: async () => null, describe: async () => null } });
    const final = await finalOf(bot, collector());
    expect(final).toMatchObject({ type: 'report' });
    expect(final).not.toHaveProperty('picture');
  });

  it('is not drawn for a platform that needs no picture', async () => {
    const draw = () => {
      throw new Error('drawn');
    };
    const bot = testBot({ pictures: { draw, describe: async () => null } });
    expect(await finalOf(bot, Object.assign(collector(), { withoutPictures: true }))).toMatchObject({
      type: 'report',
    });
  });

  it('is asked for by the words of a case, or says which', async () => {
    const bot = testBot();
    expect(await finalOf(bot, collector(), '/sources nowhere')).toMatchObject({ type: 'text' });
    expect(CASES.length).toBeGreaterThan(0);
  });
});
