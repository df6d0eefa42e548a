/** What a platform may ask of the bot about cases. */
import { describe, expect, it } from 'vitest';
import type { CaseTexts } from '../../src/core/retrieval.ts';
import { collector, testBot } from '../support/bot-kit.ts';
import { caseBookOf } from '../support/case-book-kit.ts';
import { OTHER_CASE, SAMPLE_CASE } from '../support/report-kit.ts';

const deskOver = (texts: readonly CaseTexts[]) => testBot({ cases: caseBookOf(texts) }).deskFor(collector());

describe('the desk', () => {
  const desk = deskOver([OTHER_CASE, SAMPLE_CASE]);

  it('finds cases under any name, and lists all of them, newest first, when nothing was typed', async () => {
    expect(await desk.findCases('', 'en')).toEqual([
      { value: '2025-lac-gris', label: 'Intrusion at Grey Lake (2025)' },
      { value: '2021-old-mill', label: 'Sabotage of the old mill (2021)' },
    ]);
    expect(await desk.findCases('violet heron', 'fr')).toMatchObject([{ value: '2025-lac-gris' }]);
    expect(await desk.findCases('nothing like it', 'fr')).toEqual([]);
  });

  it('finds more cases than it suggests', async () => {
    const many = Array.from({ length: 40 }, (_, i) => ({
      ...SAMPLE_CASE,
      record: { ...SAMPLE_CASE.record, id: `20${10 + i}-lac` },
    }));
    const crowded = deskOver(many);
    expect(await crowded.findCases('lac', 'fr')).toHaveLength(40);
    expect(await crowded.suggestCases('lac', 'fr', 'local')).toHaveLength(25);
  });

  it.each(['case', 'timeline', 'sides'] as const)('shows the view %s of a case by its id', async (view) => {
    const report = await desk.viewCase({ id: '2025-lac-gris', view, lang: 'fr' }, 'local');
    expect(report).toMatchObject({ kind: view, lang: 'fr', cases: [{ id: '2025-lac-gris' }] });
  });

  it.each(['lac gris', '2025-lac', '', '2025-lac-gris '])('takes no words for an id: «%s»', async (id) => {
    expect(await desk.viewCase({ id, view: 'case', lang: 'fr' }, 'local')).toBeNull();
  });

  it('shows a workspace no document of another', async () => {
    const [first, ...others] = SAMPLE_CASE.sources;
    const sources = first === undefined ? [] : [{ ...first, source: { ...first.source, scope: 'team-a' } }];
    const desk = deskOver([{ ...SAMPLE_CASE, sources: [...sources, ...others] }]);
    const titles = async (workspaceId: string) =>
      (await desk.viewCase({ id: '2025-lac-gris', view: 'case', lang: 'fr' }, workspaceId))?.sources.map(
        ({ sourceId }) => sourceId,
      );
    expect(await titles('team-a')).toContain('2025-lac-gris/s1');
    expect(await titles('team-b')).not.toContain('2025-lac-gris/s1');
  });
});
