/** The server as `npm start` starts it, in a process that is measured. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pkg from '../../package.json' with { type: 'json' };
import { newFolder, SHIPPED_CORPUS } from '../../tests/support/run-process.ts';

export interface ServedBot {
  /** Address of the web chat; null where it has none. */
  readonly url: string | null;
  readonly pid: number;
  readonly dataDir: string;
  /** From the start of the process to its line that says where it answers, in milliseconds. */
  readonly readyAfter: number;
  /** Resident memory, in megabytes. */
  memory(): number;
  /** CPU that it has used so far, in seconds. */
  cpu(): number;
  /** Lines of its log. */
  readonly log: readonly string[];
  /** Ends it by SIGTERM, or as told. @returns its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

export interface BotOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Kept when it stops, if given. */
  readonly dataDir?: string;
  readonly nodeArgs?: readonly string[];
  /** A command that becomes the bot, which follows as its last arguments. */
  readonly wrapper?: readonly string[];
}

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
/** What `npm start` passes to Node. */
const START_OPTIONS = /^node (--.*) src\/main\.ts$/.exec(pkg.scripts.start)?.[1]?.split(' ') ?? [];
/** Of CPU times in /proc, a second. */
const TICKS = 100;
/** Lines of the log that are kept. */
const MOST_LINES = 2_000;

export async function startServedBot(options: BotOptions = {}): Promise<ServedBot> {
  const dataDir = options.dataDir ?? newFolder();
  const began = performance.now();
  const [command = '', ...args] = [
    ...(options.wrapper ?? []),
    process.execPath,
    ...START_OPTIONS,
    ...(options.nodeArgs ?? []),
    MAIN,
  ];
  const bot = spawn(command, args, {
    cwd: dataDir,
    env: {
      PATH: process.env.PATH ?? '',
      CASEBOOK_DATA_DIR: dataDir,
      CORPUS_DIRS: SHIPPED_CORPUS,
      RATE_LIMIT_USER: '0',
      RATE_LIMIT_CHANNEL: '0',
      LOG_LEVEL: 'warn',
      PORT: '0',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log: string[] = [];
  bot.stderr.setEncoding('utf8').on('data', (text: string) => {
    log.push(...text.split('\n').filter((line) => line !== ''));
    if (log.length > MOST_LINES) log.splice(0, log.length - MOST_LINES);
  });
  const exited = new Promise<number | null>((resolve) => bot.once('exit', resolve));
  let said = '';
  const words = await new Promise<string>((resolve, reject) => {
    bot.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('\n')) resolve(said);
    });
    void exited.then((code) => reject(new Error(`the bot ended with ${code}: ${log.slice(-5).join('\n')}`)));
  });
  const pid = bot.pid ?? 0;
  return {
    url: /at (http:\S+)/.exec(words)?.[1]?.replace(/\/$/, '') ?? null,
    pid,
    dataDir,
    readyAfter: performance.now() - began,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(proc(pid, 'status'))?.[1] ?? 0) / 1024,
    cpu() {
      // The name of the process, in brackets, may hold blanks.
      const fields = proc(pid, 'stat')
        .replace(/^.*\) /, '')
        .split(' ');
      return (Number(fields[11]) + Number(fields[12])) / TICKS;
    },
    log,
    async stop(signal = 'SIGTERM') {
      bot.kill(signal);
      const code = await exited;
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
      return code;
    },
  };
}

function proc(pid: number, name: string): string {
  const path = join('/proc', String(pid), name);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
