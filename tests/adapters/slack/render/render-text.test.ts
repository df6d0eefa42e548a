/** The bot's own texts: literal, whole, parted between lines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderFailure, renderText } from '../../../../src/adapters/slack/render/render-text.ts';
import { HOSTILE_TEXT } from '../../../support/sample-answers.ts';
import { dense, problemsOf, shownIn, visible } from './render-kit.ts';

describe('a text of the bot’s own', () => {
  it('keeps its lines and is not interpreted', () => {
    const text = `Premier\n\n${HOSTILE_TEXT}\n/sources: les sources`;
    const { text: shown, urls, other } = shownIn(renderText(text));
    expect(shown.trim()).toBe(visible(text));
    expect([...urls, ...other]).toEqual([]);
  });

  it('is parted between lines', () => {
    const messages = renderText(
      Array.from({ length: 300 }, (_, i) => `Ligne ${i}: ${'mot '.repeat(20)}fin`).join('\n'),
    );
    expect(messages.length).toBeGreaterThan(2);
    expect(problemsOf(messages)).toEqual([]);
    for (const message of messages)
      expect(shownIn([message]).text.trim()).toMatch(/^Ligne \d+:(?:.|\n)*fin$/);
  });

  it('always says something', () => {
    expect(problemsOf(renderText(' \n '))).toEqual([]);
    expect(renderText('')).toHaveLength(1);
  });

  it('names the reference of a failure once', () => {
    expect(shownIn(renderFailure('Désolé. Référence : ref-1.', 'ref-1')).text.match(/ref-1/g)).toHaveLength(
      1,
    );
    expect(shownIn(renderFailure('Désolé.', 'ref-1')).text).toContain('ref-1');
  });

  it('of any kind is taken and whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 12_000, size: 'max' }), (text) => {
        const messages = renderText(text);
        expect(problemsOf(messages)).toEqual([]);
        if (dense(text) !== '') expect(dense(shownIn(messages).text)).toBe(dense(text));
      }),
      { numRuns: 30 },
    );
  });
});
