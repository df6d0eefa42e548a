/** What a reader in Discord sees of an answer: both sides, the numbers, the sources, the excerpts. */
import { describe, expect, it } from 'vitest';
import type { DiscordMessage } from '../../../../src/adapters/discord/render/discord-message.ts';
import {
  renderAnswer,
  renderExcerpts,
  renderPartial,
  renderSources,
} from '../../../../src/adapters/discord/render/render-answer.ts';
import type { Answer, Citation } from '../../../../src/core/answer.ts';
import { messageProblems } from '../../../support/discord/message-rules.ts';
import { seenMessage } from '../../../support/discord/seen-message.ts';
import { squash } from '../../../support/discord/squash.ts';
import {
  ANSWERED,
  HOSTILE_TEXT,
  LEAD,
  longAnswer,
  REPUBLISHED,
  UNANSWERED,
} from '../../../support/sample-answers.ts';

const [first, second, third] = ANSWERED.citations as readonly [Citation, Citation, Citation];
const seen = (messages: readonly DiscordMessage[]): string =>
  messages.map((message) => seenMessage(message).text).join('\n');
const descriptions = (messages: readonly DiscordMessage[]): (string | undefined)[] =>
  messages.flatMap(({ embeds }) => embeds.map(({ description }) => description));

describe('renderAnswer', () => {
  it('shows who says what, each sentence with its numbers as links without a preview', () => {
    const [message, ...more] = renderAnswer(ANSWERED);
    expect(more).toEqual([]);
    expect(message?.content.split('\n').slice(0, 8)).toEqual([
      '🟥 **Accusation** · Ministère des Affaires étrangères de Valdoria',
      `${ANSWERED.sentences[0]?.text} [[1]](<${first.url}>)`,
      '',
      '🟦 **Démenti** · Ministère des Affaires étrangères de Norland',
      `${ANSWERED.sentences[1]?.text} [2]`,
      '',
      '🟨 **Mesure**',
      `${ANSWERED.sentences[2]?.text} [3] [[1]](<${first.url}>)`,
    ]);
    expect(message?.content.includes(`-# ${ANSWERED.notices[0]?.text}\n`)).toBe(true);
  });

  it('shows a card for each source, in the colour of its side', () => {
    expect(descriptions(renderAnswer(ANSWERED))).toEqual([
      `**[1]** **${first.title}** (titre descriptif)\nMinistère des Affaires étrangères de Valdoria, 28 mai 2025 · gouvernement · en anglais\n<${first.url}>`,
      `**[2]** **${second.title}**\n诺兰日报, mai 2025 · média d’État · en chinois\n<${second.url}>`,
      `**[3]** **${third.title}**\néditeur inconnu, date inconnue · nature de la source inconnue · en anglais`,
    ]);
    const colours = renderAnswer(ANSWERED)[0]?.embeds.map(({ color }) => color);
    expect(new Set(colours).size).toBe(3);
  });

  it('says below a source who else printed it', () => {
    expect(descriptions(renderAnswer(REPUBLISHED))[1]).toBe(
      `**[2]** **${second.title}**\n诺兰日报, mai 2025 · média d’État · en chinois\n<${second.url}>\nAussi publié par Le Courrier & fils, 湖滨晚报 et The \\*Lake\\* Times`,
    );
  });

  it('keeps the cards of sources that share an address apart', () => {
    const shared: Answer = {
      ...ANSWERED,
      citations: ANSWERED.citations.map((citation) => ({ ...citation, url: first.url })),
    };
    const messages = renderAnswer(shared);
    expect(descriptions(messages)).toHaveLength(3);
    expect(messages.flatMap((message) => messageProblems(message))).toEqual([]);
    expect(messages.flatMap(({ embeds }) => embeds.map(({ url }) => url))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('names a speaker once for what they say in a row', () => {
    const [sentence] = ANSWERED.sentences as [Answer['sentences'][number]];
    const twice: Answer = { ...ANSWERED, sentences: [sentence, { ...sentence, text: 'Il le répète.' }] };
    expect(seen(renderAnswer(twice)).match(/Accusation/g)).toHaveLength(1);
  });

  it('says what was searched, what is near, and what can be asked', () => {
    const [message, ...more] = renderAnswer(UNANSWERED);
    expect(more).toEqual([]);
    expect(message?.content).toContain('34 sources (210 passages)');
    expect(message?.content).toContain(
      '1\\. Qui a attaqué le ministère de Valdoria ?\n2\\. Que répond Norland ?',
    );
    expect(message?.embeds[0]?.description).toContain('<https://valdoria.example/declaration>');
  });

  it('says what fits the message in place of that, without headings over nothing', () => {
    const messages = renderAnswer(LEAD);
    expect(messages.flatMap((message) => messageProblems(message))).toEqual([]);
    const shown = seen(messages);
    expect(squash(shown)).toContain(squash(LEAD.lead ?? ''));
    expect(shown).not.toMatch(/ne contient pas|plus proches|Recherche menée|État du corpus/);
    expect(messages.flatMap((message) => seenMessage(message).links)).toEqual([]);
    expect(messages.flatMap((message) => seenMessage(message).mentions)).toEqual([]);
  });

  it('is dated, answered or not', () => {
    for (const answer of [ANSWERED, UNANSWERED])
      expect(seen(renderAnswer(answer))).toMatch(/État du corpus au \d/);
  });

  it('shows 80 sources in as few messages as cards have room in', () => {
    const citations = Array.from({ length: 80 }, (_, i) => ({ ...first, n: i + 1 }));
    const [sentence] = ANSWERED.sentences as [Answer['sentences'][number]];
    const sentences = [{ ...sentence, citations: citations.map(({ n }) => n) }];
    const messages = renderAnswer({ ...ANSWERED, sentences, citations });
    expect(messages.flatMap((message) => messageProblems(message))).toEqual([]);
    expect(descriptions(messages)).toHaveLength(80);
    // Three contents hold the 80 links; the last of them has the first ten cards.
    expect(messages).toHaveLength(10);
  });

  it('cuts a sentence of 20,000 characters between words, and keeps its numbers whole', () => {
    const [sentence] = ANSWERED.sentences as [Answer['sentences'][number]];
    const text = Array.from({ length: 2500 }, (_, i) => `mot${String(i).padStart(4, '0')}`).join(' ');
    const messages = renderAnswer({ ...ANSWERED, sentences: [{ ...sentence, text }] });
    expect(messages).toHaveLength(11);
    for (const { content } of messages)
      expect(content).toMatch(/(?:^🟥|^mot\d{4})[\s\S]*(?:mot\d{4}|janvier 2026\.)$/);
    expect(squash(seen(messages))).toContain(squash(`${text} [1]`));
  });

  it('loses nothing of a long and hostile answer and takes none of it for markup', () => {
    const answer = longAnswer();
    const messages = renderAnswer(answer);
    const text = squash(seen(messages));
    for (const sentence of answer.sentences) expect(text).toContain(squash(sentence.text));
    for (const { title, publisher } of answer.citations) {
      expect(text).toContain(squash(title));
      expect(text).toContain(squash(String(publisher)));
    }
    const all = messages.map((message) => seenMessage(message));
    expect(all.flatMap(({ mentions }) => mentions)).toEqual([]);
    expect(all.flatMap(({ previews }) => previews)).toEqual([]);
    expect(
      all.flatMap(({ links }) => links).filter((url) => !url.startsWith('https://long.example/')),
    ).toEqual([]);
  });

  it.each([
    ['javascript:alert(1)', []],
    ['https://a.example/](https://evil.example)', []],
    ['https://a.example/<b> c', []],
    ['https://a.example/(b)', ['https://a.example/(b)']],
  ])('links %j only where it is a plain address', (url, links) => {
    const answer: Answer = {
      ...ANSWERED,
      citations: [{ ...first, url }],
      sentences: ANSWERED.sentences.slice(3),
    };
    const [message] = renderAnswer(answer);
    const view = message && seenMessage(message);
    expect(view?.links).toEqual(links);
    expect(view?.text).toContain(url);
  });
});

describe('renderPartial', () => {
  it('shows the sentences so far as the answer will show them', () => {
    const [message, ...more] = renderPartial(ANSWERED.sentences.slice(0, 2), [first, second], 'fr');
    expect(more).toEqual([]);
    expect(renderAnswer(ANSWERED)[0]?.content.startsWith(`${message?.content}\n\n`)).toBe(true);
    expect(message).toMatchObject({ embeds: [], components: [] });
  });

  it('shows nothing before the first sentence', () => {
    expect(renderPartial([], [], 'en')).toEqual([]);
  });
});

describe('renderSources and renderExcerpts', () => {
  it('show the sources once more', () => {
    expect(descriptions(renderSources(ANSWERED))).toEqual(descriptions(renderAnswer(ANSWERED)));
  });

  it('begin with what has become of the sources since', () => {
    const text = 'Publication corrigée @everyone.';
    const answer: Answer = { ...ANSWERED, notices: [{ code: 'source-corrected', text }] };
    for (const messages of [renderSources(answer), renderExcerpts(answer)]) {
      expect(seen(messages)).toContain(text);
      expect(messages.map((message) => messageProblems(message))).toEqual([[]]);
    }
  });

  it('quote the publisher’s own words alone, and name a language that is not the reader’s', () => {
    expect(descriptions(renderExcerpts(ANSWERED))).toEqual([
      `**[1]** Résumé de Casebook d’après Ministère des Affaires étrangères de Valdoria, 28 mai 2025\n${first.excerpt}`,
      `**[2]** 诺兰日报, mai 2025 · en chinois\n« ${second.excerpt} »`,
      `**[3]** Texte d’annonce diffusé par éditeur inconnu, date inconnue · en anglais\n${third.excerpt}`,
    ]);
  });

  it('say so where there are none', () => {
    const none: Answer = { ...UNANSWERED, nearest: [] };
    for (const messages of [renderSources(none), renderExcerpts(none)])
      expect(messages.map((message) => messageProblems(message))).toEqual([[]]);
  });

  it('show hostile excerpts literally', () => {
    const answer: Answer = { ...ANSWERED, citations: [{ ...first, excerpt: HOSTILE_TEXT }] };
    const [message] = renderExcerpts(answer);
    const view = message && seenMessage(message);
    expect(view?.links).toEqual([]);
    expect(squash(view?.text ?? '')).toContain(squash(HOSTILE_TEXT));
  });
});
