/** Settings of the web chat. */
import { z } from 'zod';
import {
  choice,
  commaSeparated,
  hostName,
  type SettingSection,
  secret,
  wholeNumber,
} from './setting-kinds.ts';

export const WEB_CHAT = {
  title: 'Web chat',
  note: null,
  page: 'web-chat.md',
  settings: {
    WEB: choice(['auto', 'on', 'off'], 'auto', 'auto, on or off').describe(
      'auto: on when no chat platform is set up.',
    ),
    HOST: hostName('127.0.0.1').describe(
      'Address that the web chat listens on. Any but this machine’s own (127.0.0.1, ::1, localhost) needs WEB_TOKEN.',
    ),
    PORT: wholeNumber(3000, 0, 65_535).describe('Port of the web chat; 0 lets the system choose.'),
    WEB_TOKEN: secret
      .refine((value) => value === '' || value.length >= 16, 'at least 16 characters without spaces')
      .meta({
        allowed: 'at least 16 characters without spaces',
        description:
          'What people type once to use the web chat, and programs send as a bearer. Empty: nobody is asked, and the chat is served to this machine alone.',
      }),
    WEB_HOSTS: z
      .string()
      .default('')
      .transform((value) => commaSeparated(value.toLowerCase()))
      .refine(
        (names) => names.every((name) => /^[a-z0-9.-]{1,253}$/.test(name)),
        'host names, comma-separated',
      )
      .meta({
        allowed: 'host names, comma-separated',
        description:
          'Names by which the web chat is reached through a proxy, such as casebook.example.org: requests for any other are refused.',
      }),
    WEB_PROXIES: wholeNumber(0, 0, 9).describe(
      'How many reverse proxies stand before the web chat. X-Forwarded-For and X-Forwarded-Proto are believed from them alone; 0: from nobody.',
    ),
  },
} satisfies SettingSection;
