/** Posts of stories, updates and digests: only what the feeds say, each sentence with its source. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnswerLang } from '../../../src/core/answer.ts';
import { LABELS } from '../../../src/core/labels.ts';
import { type Report, reportText } from '../../../src/core/report.ts';
import { newsText } from '../../../src/news/judgement.ts';
import { digestReport } from '../../../src/news/render/digest-report.ts';
import { storyReport } from '../../../src/news/render/story-report.ts';
import { updateReport } from '../../../src/news/render/update-report.ts';
import type { Story } from '../../../src/news/story.ts';
import { sketchReport } from '../../../src/pictures/sketch-report.ts';
import { itemOf, NO_JUDGEMENT, storiesOf, viewOf, writtenStories } from '../../support/news-story-kit.ts';

const LANGS: readonly AnswerLang[] = ['fr', 'en', 'zh'];
const ACCUSED = itemOf({
  title: 'Estonia accuses Russia of hacking its state forest agency',
  teaser: 'Estonia’s foreign minister accused Russia of the attack with high confidence. Maps were copied.',
  publisher: 'Baltic Post',
  publishedAt: '2026-03-03T08:00:00Z',
});
const STATE_MEDIA = itemOf({
  title: 'Moscow denies Estonian claim of forest agency hack',
  teaser: 'Russia denied the accusation, and called it absurd.',
  publisher: 'State Agency',
  authority: 'state-media',
  publishedAt: '2026-03-04T09:00:00Z',
});
/** The story with its reports in a case. */
const inCase = (story: Story, id: string): Story => ({
  ...story,
  caseId: id,
  reports: story.reports.map((report) => ({
    ...report,
    judgement: { ...report.judgement, cases: [{ id, score: 1 }] },
  })),
});
const WRITTEN = writtenStories()
  .flatMap(({ items }) => items)
  .sort((a, b) => a.seenAt.localeCompare(b.seenAt));

/** What is wrong with a report's numbers and quotations; empty for a sound one. */
function faults(report: Report, stories: readonly Story[]): string[] {
  const found: string[] = [];
  const used: number[] = [];
  const items = stories.flatMap(({ reports }) => reports);
  const [open, close] = LABELS[report.lang].quotes;
  for (const { text, citations } of report.sections.flatMap(({ lines }) => lines)) {
    for (const n of citations) if (!used.includes(n)) used.push(n);
    if (!text.startsWith(open)) continue;
    const cited = report.sources.find(({ n }) => n === citations[0]);
    const words = text.slice(open.length, text.lastIndexOf(close));
    const item = items.find(
      ({ title, url, itemKey }) =>
        [url, JSON.stringify(['feed', itemKey])].includes(cited?.sourceId ?? '') && cited?.title === title,
    );
    if (item === undefined || !newsText(item).includes(words)) found.push(`not in its source: ${words}`);
  }
  const listed = report.sources.map(({ n }) => n);
  if (JSON.stringify(used) !== JSON.stringify(listed)) found.push(`cites ${used}, lists ${listed}`);
  if (listed.some((n, i) => n !== i + 1)) found.push(`numbers ${listed}`);
  if (report.sections.some(({ lines }) => lines.length === 0)) found.push('an empty section');
  return found;
}

describe('storyReport', () => {
  const [story] = storiesOf([ACCUSED, STATE_MEDIA]);
  if (story === undefined) throw new Error('no story');

  it('says in each language who accuses, who denies, and that a medium belongs to a state', () => {
    for (const lang of LANGS) {
      const report = storyReport(story, viewOf({ lang }));
      if (report === null) throw new Error('no report');
      expect(report.title).toContain(ACCUSED.title);
      expect(report.titleLang).toBe('en');
      expect(reportText(report)).toContain('accused Russia of the attack with high confidence');
      expect(report.notices.join()).toContain('State Agency');
      expect(report.sources.map(({ publisher }) => publisher)).toEqual(['Baltic Post', 'State Agency']);
      const told = report.sections.flatMap(({ lines }) => lines).flatMap(({ tone }) => tone ?? []);
      expect(told).toContain('accusation');
      expect(told).toContain('reply');
      expect(faults(report, [story])).toEqual([]);
    }
  });

  it('tells a claim by the sentence that says who speaks, and a bare country in the language of the reader', () => {
    const report = storyReport(story, viewOf({ lang: 'fr' }));
    const [first] = report?.sections[0]?.lines ?? [];
    expect(first?.text).toContain('Estonia’s foreign minister accused Russia');
    const claims = report?.sections[1]?.lines ?? [];
    expect(claims.map(({ label }) => label)).toEqual(['Estonia’s foreign minister', 'Russie']);
    expect(claims.map(({ notes }) => notes.join())).toEqual([
      expect.stringContaining('Estonie'),
      expect.not.stringContaining('Russie'),
    ]);
  });

  it('takes neither markup nor half a sentence for a speaker', () => {
    for (const title of ['[x](http://evil.example) **Iran** accuses Israel of cyberattack on its banks']) {
      const [odd] = storiesOf([itemOf({ ...ACCUSED, title, teaser: '' })]);
      const report = odd === undefined ? null : storyReport(odd, viewOf());
      expect(report?.sections[1]?.lines.map(({ label }) => label).join()).not.toMatch(/[*/]/);
    }
  });

  it('names the related case, and that only one side has spoken', () => {
    const [alone] = storiesOf([ACCUSED]);
    if (alone === undefined) throw new Error('no story');
    const view = viewOf({ caseTitle: (id) => (id === 'ee-forest' ? 'The forest case' : null) });
    const report = storyReport(inCase(alone, 'ee-forest'), view);
    expect(report?.cases).toEqual([{ id: 'ee-forest', title: 'The forest case' }]);
    expect(report?.notices[0]).toMatch(/^One side only/);
    expect(storyReport(inCase(alone, 'gone'), view)?.cases).toEqual([]);
  });

  it('shows and tells nothing of what may not be seen', () => {
    const [mixed] = storiesOf([STATE_MEDIA, { ...ACCUSED, scope: 'workspace-a' }]);
    expect(mixed?.reports).toHaveLength(2);
    if (mixed === undefined) throw new Error('no story');
    const view = viewOf({ maySee: ({ scope }) => scope === 'global' });
    const report = storyReport(mixed, view);
    if (report === null) throw new Error('no report');
    expect(reportText(report)).not.toContain('Baltic Post');
    expect(report.title).toContain(STATE_MEDIA.title);
    expect(storyReport(mixed, viewOf({ maySee: () => false }))).toBeNull();
    // Nor of the case that only what is hidden belongs to.
    const told = inCase(mixed, 'c');
    const reports = told.reports.map((one) =>
      one.scope === 'global' ? { ...one, judgement: { ...one.judgement, cases: [] } } : one,
    );
    const story = { ...told, reports };
    const withTitle = { ...view, caseTitle: () => 'The case' };
    expect(storyReport(story, withTitle)?.cases).toEqual([]);
    const digest = digestReport([story], null, withTitle);
    expect(digest?.cases).toEqual([]);
    expect(digest?.sections.map(({ heading }) => heading)).toEqual(['Other stories']);
    expect(storyReport(story, { ...withTitle, maySee: () => true })?.cases).toHaveLength(1);
  });

  it('says who carries a wire', () => {
    const wire = (publisher: string) =>
      itemOf({
        lang: 'fr',
        publisher,
        title: 'L’Estonie accuse la Russie de piratage',
        teaser: 'TALLINN (AFP) - L’Estonie accuse la Russie d’avoir piraté en janvier son agence des forêts.',
      });
    const [carried] = storiesOf(['Ouest', 'Est', 'Nord'].map(wire));
    const report = carried === undefined ? null : storyReport(carried, viewOf({ lang: 'fr' }));
    expect(report?.sources).toHaveLength(1);
    expect(report === null ? '' : reportText(report)).toContain('dépêche AFP, reprise par Est, Nord');
  });

  it('tells an article that two feeds bring once', () => {
    const again = (over: object) => itemOf({ ...ACCUSED, feedId: 'section', itemKey: 'again', ...over });
    const changed = {
      publisher: 'Baltic',
      title: 'Russia accused of hack',
      teaser: 'Tallinn blames Moscow.',
    };
    for (const over of [{}, { publisher: 'Baltic Post – World' }, changed]) {
      const [story] = storiesOf([ACCUSED, again(over)]);
      if (story === undefined) throw new Error('no story');
      expect(story.reports).toHaveLength(2);
      const report = storyReport(story, viewOf());
      const labels = report?.sections[0]?.lines.map(({ label }) => label) ?? [];
      expect(labels).not.toContain('Carried elsewhere');
      expect(labels).not.toContain('Also reported by');
      const digest = digestReport([story], null, viewOf());
      expect(digest === null ? '' : reportText(digest)).not.toContain('2 reports');
    }
  });

  it('links no address but of the web', () => {
    const [odd] = storiesOf([itemOf({ ...ACCUSED, url: 'javascript:alert(1)' })]);
    expect(odd === undefined ? '' : storyReport(odd, viewOf())?.sources[0]?.url).toBeNull();
  });
});

describe('updateReport', () => {
  const [story] = storiesOf([ACCUSED, STATE_MEDIA]);
  if (story === undefined) throw new Error('no story');
  const keys = story.reports.flatMap(({ newClaims }) => newClaims);

  it('says what is new and of which story', () => {
    expect(keys).toEqual(['denial|RU|']);
    for (const lang of LANGS) {
      const report = updateReport(story, keys, viewOf({ lang }));
      if (report === null) throw new Error('no report');
      expect(report.title).toContain(
        { fr: 'Démenti (Russie)', en: 'Denial (Russia)', zh: '否认（俄罗斯）' }[lang],
      );
      expect(reportText(report)).toContain(ACCUSED.title);
      // The words are the agency's, not Russia's own.
      expect(report.sections[0]?.lines[0]?.label).toContain('State Agency');
      expect(faults(report, [story])).toEqual([]);
    }
  });

  it('says nothing of what nobody brought, or what may not be seen', () => {
    expect(updateReport(story, ['denial|CN|'], viewOf())).toBeNull();
    expect(updateReport(story, keys, viewOf({ now: new Date('2026-03-04T08:00:00Z') }))).toBeNull();
  });
});

describe('digestReport', () => {
  const stories = storiesOf(WRITTEN);
  const since = new Date('2026-03-10T20:00:00Z');
  const now = new Date('2026-06-30T00:00:00Z');

  it('groups by case, counts what is beyond, and says what changed in stories told before', () => {
    const largest = stories
      .filter(
        ({ openedAt }) => Date.parse(openedAt) > since.getTime() && Date.parse(openedAt) < now.getTime(),
      )
      .sort((a, b) => b.reports.length - a.reports.length)[0];
    const grouped = stories.map((story) =>
      story === largest ? inCase(story, 'c') : { ...story, caseId: null },
    );
    const report = digestReport(grouped, since, viewOf({ now, caseTitle: () => 'The case' }));
    if (report === null) throw new Error('no report');
    const headings = report.sections.map(({ heading }) => heading);
    expect(headings[0]).toBe('What changed since the last digest');
    expect(headings).toContain('The case');
    expect(headings.indexOf('Other stories')).toBeGreaterThan(headings.indexOf('The case'));
    expect(reportText(report)).toMatch(/and \d+ more/);
    expect(faults(report, stories)).toEqual([]);
  });

  it('is drawn: accusations and denials by country, told in the report’s language', () => {
    for (const lang of LANGS) {
      const report = digestReport(stories, since, viewOf({ lang, now }));
      const sketch = report === null ? null : sketchReport(report);
      expect(sketch?.name).toBe('digest');
      expect(sketch?.alt).toContain({ fr: 'Accusations', en: 'Accusations', zh: '指控' }[lang]);
      expect(report === null ? [] : faults(report, stories)).toEqual([]);
    }
  });

  it('has no picture of two stories, and is none when nothing happened', () => {
    const two = digestReport(stories.slice(0, 2), null, viewOf());
    expect(two === null ? null : sketchReport(two)).toBeNull();
    expect(digestReport(stories, new Date('2026-12-31T00:00:00Z'), viewOf())).toBeNull();
    expect(digestReport([], null, viewOf())).toBeNull();
  });

  it('says the same when it is made again later', () => {
    const at = new Date('2026-03-20T00:00:00Z');
    expect(digestReport(stories.toReversed(), since, viewOf({ now: at }))).toEqual(
      digestReport(stories, since, viewOf({ now: at })),
    );
  });
});

describe('any story', () => {
  it('is rendered without a fault, whatever its texts', () => {
    const text = fc.string({ unit: 'binary', maxLength: 500 });
    const given = fc.record({
      title: text,
      teaser: text,
      text: fc.option(text),
      publisher: fc.option(text),
      lang: fc.constantFrom('fr', 'en', 'zh', 'ar', ''),
      newClaims: fc.constantFrom<string[]>([], ['denial|RU|'], ['odd']),
      start: fc.integer({ min: -5, max: 600 }),
      length: fc.integer({ min: -5, max: 600 }),
    });
    fc.assert(
      fc.property(fc.array(given, { minLength: 1, maxLength: 4 }), fc.constantFrom(...LANGS), (all, lang) => {
        const reports = all.map(({ newClaims, start, length, ...rest }) => ({
          ...itemOf(rest),
          judgement: {
            ...NO_JUDGEMENT,
            claims: [
              {
                kind: 'denial' as const,
                speaker: rest.teaser,
                speakerCountry: 'RU',
                speakerType: 'government' as const,
                against: null,
                basis: [],
                confidenceAsStated: null,
                eventDate: null,
                sourceId: 's',
                wording: null,
                start,
                end: start + length,
                by: 'rules' as const,
              },
            ],
          },
          copyOf: null,
          agency: null,
          newClaims,
        }));
        const story: Story = {
          id: 's',
          openedAt: '2026-03-03T08:00:00Z',
          updatedAt: '2026-03-03T08:00:00Z',
          caseId: null,
          reports,
        };
        const view = viewOf({ lang });
        const made = [
          storyReport(story, view),
          updateReport(story, ['denial|RU|', 'odd'], view),
          digestReport([story], null, view),
        ];
        for (const report of made) if (report !== null) expect(faults(report, [story])).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
