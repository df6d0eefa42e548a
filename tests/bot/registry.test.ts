/** The registry keeps what every platform demands of a command. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMMANDS, findCommand, parseCommandText } from '../../src/bot/registry.ts';
import { ANSWER_LANGS } from '../../src/core/answer.ts';

describe('COMMANDS', () => {
  it.each(COMMANDS)('$name fits the platforms', (command) => {
    expect(command.names.en).toBe(command.name);
    expect(command.name).toMatch(/^[a-z]{1,32}$/);
    for (const lang of ANSWER_LANGS) {
      expect(command.names[lang]).toMatch(/^[\p{L}\p{N}_-]{1,32}$/u);
      expect(command.names[lang]).toBe(command.names[lang].toLowerCase());
      expect(findCommand(command.names[lang].toUpperCase())).toBe(command);
      const parts = [command, ...command.arguments, ...(command.subcommands ?? [])];
      const all = [...parts, ...(command.subcommands ?? []).flatMap((sub) => sub.arguments)];
      for (const { descriptions, names } of all) {
        expect(descriptions[lang].length).toBeGreaterThan(0);
        expect(descriptions[lang].length).toBeLessThanOrEqual(100);
        expect(names[lang]).toMatch(/^[\p{L}\p{N}_-]{1,32}$/u);
        expect(names[lang]).toBe(names[lang].toLowerCase());
      }
      for (const { arguments: group } of [command, ...(command.subcommands ?? [])]) {
        expect(new Set(group.map(({ names }) => names[lang])).size).toBe(group.length);
        expect(group.length).toBeLessThanOrEqual(25);
        for (const { kind, choices } of group) expect(kind === 'choice').toBe(choices !== undefined);
      }
    }
  });

  it('share no name', () => {
    const names = COMMANDS.flatMap((command) => [...new Set(Object.values(command.names))]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('parseCommandText', () => {
  it.each([
    ['/ask who?', { name: 'ask', rest: 'who?' }],
    [' /提问   谁？\n第二行 ', { name: '提问', rest: '谁？\n第二行' }],
    ['/help', { name: 'help', rest: '' }],
    ['/etc/passwd', null],
    ['/ ask', null],
    ['ask who', null],
    ['', null],
  ])('reads %j', (text, expected) => {
    expect(parseCommandText(text)).toEqual(expected);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void parseCommandText(`/${text}`)));
  });
});
