/** Settings of the web chat and of the log. */
import { z } from 'zod';
import { choice, hostName, type SettingSection, wholeNumber } from './setting-kinds.ts';

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const WEB_CHAT = {
  title: 'Web chat',
  note: null,
  page: 'web-chat.md',
  settings: {
    WEB: choice(['auto', 'on', 'off'], 'auto', 'auto, on or off').describe(
      'auto: on when no chat platform is set up.',
    ),
    HOST: hostName('127.0.0.1').describe(
      'Address that the web chat listens on. It has no login: leave it on this machine unless the network is trusted.',
    ),
    PORT: wholeNumber(3000, 0, 65_535).describe('Port of the web chat; 0 lets the system choose.'),
  },
} satisfies SettingSection;

export const LOG = {
  title: 'Log',
  note: null,
  page: 'operations.md',
  settings: {
    LOG_LEVEL: z
      .enum(LOG_LEVELS, `one of ${LOG_LEVELS.join(', ')}`)
      .optional()
      .meta({
        allowed: `one of ${LOG_LEVELS.join(', ')}`,
        description: 'How much is logged. Empty: info for the server, warn for commands.',
      }),
  },
} satisfies SettingSection;
