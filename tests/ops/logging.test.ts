/** The log: levels, no secret, no forged line, in both forms. */
import { describe, expect, test } from 'vitest';
import { createLogger } from '../../src/ops/logging.ts';
import { createRedactor } from '../../src/ops/redact.ts';

function logged(readable: boolean, log: (logger: ReturnType<typeof createLogger>) => void, level = 'info') {
  const lines: string[] = [];
  log(
    createLogger({ level, secrets: ['hunter2-key', 'quo"te'], write: (line) => lines.push(line), readable }),
  );
  return lines;
}

describe.each([true, false])('readable: %s', (readable) => {
  test('holds its level', () => {
    expect(logged(readable, (log) => log.info('x'), 'warn')).toEqual([]);
    expect(logged(readable, (log) => log.warn('x'), 'warn')).toHaveLength(1);
  });

  test('shows no secret, wherever it stands', () => {
    const text = logged(readable, (log) => {
      log.info(
        { apiKey: 'abcdefgh', request: { headers: { authorization: 'Basic Zm9v' } } },
        'call hunter2-key',
      );
      log.error({ err: new Error('401 for sk-abcdefghijkl, quo"te, Bearer abc.def-ghi12345') }, 'failed');
    }).join('');
    expect(text).not.toMatch(/abcdefgh|Zm9v|hunter2|quo\\?"te|abc\.def/);
    expect(text).toMatch(/\[secret\]/);
  });

  test('cannot be made to show a line that was not logged', () => {
    const [line, ...more] = logged(readable, (log) =>
      log.info({ user: 'a\n12:00:00 ERROR stolen' }, 'hello\r\n12:00:00 ERROR stolen\u2028x\u202ey'),
    );
    expect(more).toEqual([]);
    expect(line?.trimEnd()).not.toMatch(/[\n\r]/);
  });
});

test('is JSON for machines and one line for people', () => {
  const [json] = logged(false, (log) => log.info({ port: 3000 }, 'listening'));
  expect(JSON.parse(json ?? '')).toMatchObject({ level: 'info', port: 3000, msg: 'listening' });
  const [line] = logged(true, (log) => log.info({ port: 3000 }, 'listening'));
  expect(line).toMatch(/^\d\d:\d\d:\d\d INFO {2}listening port=3000\n$/);
});

test('shows the stack of a defect', () => {
  const [line] = logged(true, (log) => log.error({ err: new TypeError('boom') }, 'defect'));
  expect(line).toMatch(/ERROR defect\n {4}TypeError: boom\n {4} {4}at /);
});

test('leaves short values alone: they would blank out half the log', () => {
  expect(createRedactor(['a'])('a cat')).toBe('a cat');
});
