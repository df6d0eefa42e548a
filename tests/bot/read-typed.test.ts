/** Typed arguments are read as a person means them, and a question is never mangled. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTyped } from '../../src/bot/read-typed.ts';
import { findCommand } from '../../src/bot/registry.ts';

const command = (name: string) => {
  const found = findCommand(name);
  if (found === undefined) throw new Error(`no command ${name}`);
  return found;
};
const ask = command('ask');
const casebook = command('casebook');

describe('readTyped', () => {
  it.each([
    ['Who did it?', 'Who did it?', {}],
    ['--language fr Who did it?', 'Who did it?', { language: 'fr' }],
    ['Who did it? --language=zh --private', 'Who did it?', { language: 'zh', private: 'on' }],
    ['—langue français — qui ?', '— qui ?', { language: 'fr' }],
    ['--privé non Qui ?', 'Qui ?', { private: 'off' }],
    ['--private Who?', 'Who?', { private: 'on' }],
    ['谁？ --语言 中文', '谁？', { language: 'zh' }],
    ['two\nlines  kept', 'two\nlines  kept', {}],
  ])('reads %j', (typed, text, options) => {
    expect(readTyped(ask, typed)).toEqual({ subcommand: null, text, options, problem: null });
  });

  it('names the option it does not know, and the value that is not allowed', () => {
    expect(readTyped(ask, '--colour red Who?').problem).toEqual({ option: '--colour', value: null });
    expect(readTyped(ask, '--language klingon Who?').problem).toEqual({
      option: 'language',
      value: 'klingon',
    });
    expect(readTyped(ask, 'Who? --language').problem).toEqual({ option: 'language', value: '' });
  });

  it('takes the first subcommand where none is named, in any language', () => {
    expect(readTyped(casebook, '').subcommand).toBe('help');
    expect(readTyped(casebook, 'Réglages --suites off')).toMatchObject({
      subcommand: 'settings',
      options: { 'follow-ups': 'off' },
      text: '',
    });
    expect(readTyped(casebook, '删除我的数据').subcommand).toBe('forget-me');
  });

  it('keeps options that came by themselves', () => {
    expect(readTyped(casebook, 'settings', { language: 'fr' }).options).toEqual({ language: 'fr' });
  });

  it.each([
    ['subscribe https://a.example --schedule "daily 08:00" --mode digest', 'daily 08:00'],
    ['subscribe --schedule="daily 08:00" https://a.example --mode digest', 'daily 08:00'],
    ['subscribe --horaire « chaque jour 08:00 » --mode digest https://a.example', 'chaque jour 08:00'],
    ['subscribe --时间 “每天 08:00” https://a.example --mode digest', '每天 08:00'],
  ])('takes a value of several words in quotation marks: %s', (typed, schedule) => {
    expect(readTyped(command('news'), typed)).toMatchObject({
      text: 'https://a.example',
      options: { schedule, mode: 'digest' },
      problem: null,
    });
  });

  it('loses no word of a question without options', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => !/(^|\s)(--|[—–])/.test(text)),
        (text) => {
          expect(readTyped(ask, text)).toEqual({
            subcommand: null,
            text: text.trim(),
            options: {},
            problem: null,
          });
        },
      ),
    );
  });
});
