/** The terminal keeps the contract, and shows foreign text without obeying it. */
import { PassThrough, Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createConsoleAdapter } from '../../../src/adapters/console/console-adapter.ts';
import type { Answer } from '../../../src/core/answer.ts';
import { describeAdapterContract } from '../../support/adapter-contract.ts';
import { testBot } from '../../support/bot-kit.ts';
import {
  ANSWERED,
  LEAD,
  longAnswer,
  REPUBLISHED,
  scriptedAsk,
  UNANSWERED,
} from '../../support/sample-answers.ts';

let ids = 0;
const newId = () => `console-${++ids}`;

function memory(): Writable & { text: string } {
  const out = Object.assign(
    new Writable({
      write(chunk, _, done) {
        out.text += String(chunk);
        done();
      },
    }),
    { text: '' },
  );
  return out;
}

describeAdapterContract('console', async (bot) => {
  const adapters: ReturnType<typeof createConsoleAdapter>[] = [];
  const open = async (out: Writable) => {
    const adapter = createConsoleAdapter({ out, color: false, newId });
    await adapter.start(bot.deskFor(adapter));
    adapters.push(adapter);
    return adapter;
  };
  const say = async (text: string) => {
    const out = memory();
    await (await open(out)).ask(text);
    return { text: out.text, interpreted: hasControlCharacters(out.text) };
  };
  return {
    say,
    sayNext: say,
    async sayAndLeave(text) {
      const out = new PassThrough();
      const adapter = await open(out);
      out.once('data', () => out.destroy());
      await adapter.ask(text);
    },
    async stop() {
      await Promise.all(adapters.map((adapter) => adapter.stop()));
    },
  };
});

function hasControlCharacters(text: string): boolean {
  return /[^\P{Cc}\n\t]/u.test(text);
}

async function printed(answer: Answer, color = false): Promise<string> {
  const bot = testBot({ ask: scriptedAsk(() => answer) });
  const out = memory();
  const adapter = createConsoleAdapter({ out, color, newId });
  await adapter.start(bot.deskFor(adapter));
  await adapter.ask('Qui a attaqué Valdoria ?');
  return out.text;
}

describe('what is printed', () => {
  it('to a message that asks nothing is what fits it, without headings over nothing', async () => {
    const text = await printed({ ...LEAD, lead: `${LEAD.lead}\u001b[2J` });
    expect(text).toContain(LEAD.lead);
    expect(text).toContain(`- ${LEAD.suggestions[0]}`);
    expect(text).not.toMatch(/ne contient pas|plus proches|Recherche dans|État du corpus/);
    expect(hasControlCharacters(text)).toBe(false);
  });

  it('is dated, answered or not', async () => {
    for (const answer of [ANSWERED, UNANSWERED])
      expect(await printed(answer)).toMatch(/État du corpus au \d/);
  });

  it('labels every source honestly', async () => {
    const text = await printed(ANSWERED);
    expect(text).toContain('sans fondement. [2]');
    expect(text).toContain('réponse à la déclaration de Valdoria. [3][1]');
    expect(text).toContain('(titre descriptif)');
    expect(text).toContain(
      'Ministère des Affaires étrangères de Valdoria, 28 mai 2025 · gouvernement · Accusation',
    );
    expect(text).toContain(
      'Résumé de Casebook d’après Ministère des Affaires étrangères de Valdoria, 28 mai 2025 : Le ministère attribue',
    );
    expect(text).toContain('« 发言人表示');
    expect(text).toContain('éditeur inconnu, date inconnue · nature de la source inconnue · Mesure');
  });

  it('says who else printed a source', async () => {
    expect(await printed(REPUBLISHED)).toContain(
      '\n    https://norland.example/发言人\n    Aussi publié par Le Courrier & fils, 湖滨晚报 et The *Lake* Times\n',
    );
  });

  it('has colours only where they are wanted', async () => {
    expect(hasControlCharacters(await printed(longAnswer()))).toBe(false);
    expect(await printed(ANSWERED, true)).toContain('\u001b[36m[1]\u001b[39m');
  });

  it('speaks Chinese in a Chinese answer', async () => {
    expect(await printed({ ...UNANSWERED, lang: 'zh' })).toContain('已检索 34 个来源');
  });
});

describe('ask', () => {
  it('keeps what is said of a failure apart from answers', async () => {
    const bot = testBot({ ask: scriptedAsk(() => new Error('a defect')) });
    const [out, err] = [memory(), memory()];
    const adapter = createConsoleAdapter({ out, err, color: false, newId });
    await adapter.start(bot.deskFor(adapter));
    await adapter.ask('Qui ?');
    expect(out.text).toBe('');
    expect(err.text).toMatch(/^Désolé.*ref-1\.\n$/);
  });

  it('returns the final event', async () => {
    const bot = testBot();
    const adapter = createConsoleAdapter({ out: memory(), color: false, newId });
    await adapter.start(bot.deskFor(adapter));
    expect(await adapter.ask('Qui ?')).toEqual({ type: 'answer', answer: ANSWERED });
    expect(await adapter.ask('/help', 'zh')).toMatchObject({
      type: 'text',
      text: expect.stringContaining('请'),
    });
  });
});
