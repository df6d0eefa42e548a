/** The bot is killed, and its clock jumps. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { newFolder } from '../../../tests/support/run-process.ts';
import type { Scenario } from '../scenario.ts';

export const KILLS: Scenario = {
  name: 'kills',
  what: 'the bot is killed, or told to stop, and started again over what it kept',
  prepare: async () => ({
    away: true,
    faults: (bot) => [
      { name: 'bot killed', inject: () => bot.restart('SIGKILL') },
      { name: 'bot stopped', inject: () => bot.restart('SIGTERM') },
    ],
    pause: 2_500,
  }),
};

/** Hours by which a clock may be off. */
const MOST_HOURS = 30;

export const CLOCK: Scenario = {
  name: 'clock',
  what: 'the clock of the bot jumps by up to thirty hours, back and forth',
  async prepare() {
    const folder = newFolder();
    const file = join(folder, 'clock');
    writeFileSync(file, '0');
    return {
      env: { JUMPING_CLOCK_FILE: file },
      nodeArgs: [`--import=${new URL('../jumping-clock.ts', import.meta.url).pathname}`],
      faults: (bot) => [
        {
          name: 'clock jumped',
          async inject(random) {
            writeFileSync(file, String(Math.round((random() * 2 - 1) * MOST_HOURS * 3_600_000)));
            process.kill(bot.current().pid, 'SIGUSR2');
            await pause(200);
          },
        },
      ],
      pause: 1_500,
      close: async () => rmSync(folder, { recursive: true, force: true }),
    };
  },
};
