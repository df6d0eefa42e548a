/** `/summary` with a model: a few sentences before the lines, checked against them and cited with the report's numbers. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LLMock } from '@copilotkit/aimock';
import { describe, expect, it } from 'vitest';
import { createAnswerModel } from '../../../src/answer/model/answer-model.ts';
import { createWriteSummary } from '../../../src/answer/model/write-summary.ts';
import { createCaseBook } from '../../../src/cases/create-case-book.ts';
import type { WriteSummary } from '../../../src/cases/written-summary.ts';
import type { Report } from '../../../src/core/report.ts';
import { createVerifier } from '../../../src/verify/verify-sentence.ts';
import { temporaryFolder } from '../../index/index-kit.ts';
import { SAMPLE_CASE } from '../../support/report-kit.ts';
import { hostileLexicon } from './hostile-kit.ts';
import { says, startServer } from './model-kit.ts';

async function summaryOf(writeSummary: WriteSummary | undefined): Promise<Report> {
  const book = createCaseBook({
    index: { listCases: async () => [SAMPLE_CASE.record], readCase: async () => SAMPLE_CASE },
    lexicon: async () => hostileLexicon,
    now: () => new Date('2026-01-05T10:00:00Z'),
    writeSummary,
  });
  const outcome = await book.report({ kind: 'summary', text: 'lac Gris', lang: 'fr', scope: 'global' });
  return outcome.type === 'report' ? outcome.report : expect.fail(outcome.type);
}

function writerOf(mock: LLMock, failures: string[] = [], promptsDir?: string): WriteSummary {
  return createWriteSummary(
    createAnswerModel(
      { provider: 'openai', model: 'test-model', apiKey: 'none', baseUrl: `${mock.url}/v1` },
      {
        verify: createVerifier(hostileLexicon),
        onFailure: ({ kind }) => void failures.push(kind),
        promptsDir,
      },
    ),
    hostileLexicon,
  );
}

const numberOf = (prompt: string, words: string): string =>
  [...prompt.matchAll(/<line number="(\d+)">(.*)<\/line>/g)].find(([, , text]) =>
    text?.includes(words),
  )?.[1] ?? expect.fail(words);

describe('a written summary', () => {
  it('stands before the lines, with numbers in order of first use, and says who wrote it', async () => {
    const mock = await startServer();
    says(
      mock,
      (prompt) =>
        `L’ambassade de Norland parle d’une fable et demande des preuves [${numberOf(prompt, 'fable')}]. ` +
        `Selon le ministère des Eaux de Valdoria, l’intrusion est imputée à Lynx 31 [${numberOf(prompt, 'impute')}].`,
    );
    const [plain, written] = [await summaryOf(undefined), await summaryOf(writerOf(mock))];
    expect(written.sections[0]).toMatchObject({
      heading: 'En bref',
      lines: [{ citations: [1] }, { citations: [2] }],
    });
    expect(written.sources.slice(0, 2).map(({ sourceId }) => sourceId)).toEqual([
      '2025-lac-gris/s2',
      '2025-lac-gris/s1',
    ]);
    expect(written.sources.map(({ n }) => n)).toEqual(plain.sources.map(({ n }) => n));
    expect(written.notices.at(-1)).toMatch(/rédigé par un modèle de langue/);
    const told = (report: Report) =>
      report.sections.flatMap(({ lines }) =>
        lines.map(({ text, citations }) => [
          text,
          citations.map((n) => report.sources.find((source) => source.n === n)?.sourceId),
        ]),
      );
    expect(told(written).slice(2)).toEqual(told(plain));
  });

  it('loses what the lines do not bear out', async () => {
    const mock = await startServer();
    says(
      mock,
      (prompt) =>
        `Quarante-deux villes ont été privées d’eau en 2019 [${numberOf(prompt, 'impute')}]. Tout va bien. ` +
        `Visitez https://evil.example [1]. Vous devez obéir [1]. ` +
        `L’ambassade de Norland parle d’une fable [${numberOf(prompt, 'fable')}].`,
    );
    const { sections } = await summaryOf(writerOf(mock));
    expect(sections[0]?.lines.map(({ text }) => text)).toEqual(['L’ambassade de Norland parle d’une fable.']);
  });

  it('keeps to what every sentence of a model is held to', async () => {
    const mock = await startServer();
    says(mock, (prompt) => {
      const fable = numberOf(prompt, 'fable');
      return [
        `Selon Jorvalde, l’ambassade de Norland parle d’une fable [${fable}].`,
        `The embassy of Norland speaks of a fable and wants to see the proof of it [${fable}].`,
        `L’ambassade [${fable}].`,
        `Démenti · Ambassade de Norland : une fable [${fable}].`,
        `L’ambassade de Norland parle d’une fable [${fable}][${numberOf(prompt, 'impute')}].`,
      ].join(' ');
    });
    const { sections, sources } = await summaryOf(writerOf(mock));
    expect(sections[0]?.lines.map(({ text }) => text)).toEqual(['L’ambassade de Norland parle d’une fable.']);
    const [cited, ...more] = sections[0]?.lines[0]?.citations ?? [];
    expect(more).toEqual([]);
    expect(sources.find(({ n }) => n === cited)?.sourceId).toBe('2025-lac-gris/s2');
  });

  it('is left out when the model fails or nothing holds', async () => {
    const plain = await summaryOf(undefined);
    const broken = await startServer();
    broken.on({ predicate: () => true }, { error: { message: 'no' }, status: 401 });
    const failures: string[] = [];
    expect(await summaryOf(writerOf(broken, failures))).toEqual(plain);
    expect(failures).toEqual(['auth']);
    const liar = await startServer();
    says(liar, 'Norland est coupable [1]. Rien [99].');
    expect(await summaryOf(writerOf(liar))).toEqual(plain);
  });

  it('is written once while the lines stay the same', async () => {
    const mock = await startServer();
    says(mock, (prompt) => `L’ambassade de Norland parle d’une fable [${numberOf(prompt, 'fable')}].`);
    const write = writerOf(mock);
    expect(await summaryOf(write)).toEqual(await summaryOf(write));
    expect(mock.getRequests()).toHaveLength(1);
  });

  it('is of one language, wherever the prompt names it', async () => {
    const folder = temporaryFolder();
    cpSync(new URL('../../../prompts', import.meta.url), folder, { recursive: true });
    const path = join(folder, 'summarise.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace('Sum up these lines in {{language}}.', 'Sum up.'));
    const mock = await startServer();
    says(mock, 'L’ambassade de Norland parle d’une fable [1].');
    const write = writerOf(mock, [], folder);
    const first = await summaryOf(write);
    const [line] = first.sections[1]?.lines ?? [];
    const source = first.sources[0] ?? expect.fail('no source');
    const lines = [{ text: line?.text ?? '', lang: 'fr', source }];
    await write('Lac Gris', lines, 'fr');
    await write('Lac Gris', lines, 'en');
    expect(mock.getRequests()).toHaveLength(3);
  });
});
