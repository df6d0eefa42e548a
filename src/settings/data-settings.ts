/** Settings of the data: where it is kept, what is kept in step, what may be fetched. */
import { z } from 'zod';
import { parseFetchAllow } from '../fetch/fetch-allow.ts';
import { commaSeparated, path, type SettingSection, text, wholeNumber } from './setting-kinds.ts';

const DATABASE_ADDRESS =
  'empty (files in CASEBOOK_DATA_DIR), or postgres://name:password@host:5432/database, with %40 for an @ in the password';
const HOSTS = 'hosts with their ports, comma-separated, such as wiki.internal:8080,10.0.0.7';

export const DATA = {
  title: 'Data',
  note: null,
  page: 'operations.md',
  settings: {
    CASEBOOK_DATA_DIR: path('.data').describe(
      'Folder that holds the database, the index and the lock. One server runs per folder.',
    ),
    DATABASE_URL: text(
      '',
      (value) => value === '' || (/^postgres(?:ql)?:\/\/[^\s]+$/.test(value) && URL.canParse(value)),
      DATABASE_ADDRESS,
    ).meta({
      secret: true,
      page: 'postgresql.md',
      description:
        'PostgreSQL database for the index and what the bot keeps (settings, answers, ratings, messages taken, news), such as ' +
        'postgres://name:password@host:5432/database?sslmode=verify-full. Several servers may share it. ' +
        'Empty: files in CASEBOOK_DATA_DIR.',
    }),
    DATABASE_POOL_SIZE: wholeNumber(8, 1, 200).meta({
      page: 'postgresql.md',
      description:
        'Connections to it at most, from each server: so many for the state, and so many for searches.',
    }),
    CORPUS_DIRS: z.string().default('corpus').transform(commaSeparated).meta({
      page: 'corpus.md',
      allowed: 'paths, comma-separated',
      description:
        'Folders that are kept in step with the index. Empty: none; only what you ingest is searched.',
    }),
  },
} satisfies SettingSection;

export const WEB_PAGES = {
  title: 'Web pages',
  note: 'Only public addresses are fetched: docs/security.md.',
  page: 'security.md',
  settings: {
    FETCH_ALLOW: z
      .string()
      .default('')
      .transform((value, context) => {
        const allowed = parseFetchAllow(commaSeparated(value));
        if (allowed !== null) return allowed;
        context.addIssue({ code: 'custom', message: HOSTS });
        return z.NEVER;
      })
      .meta({
        allowed: HOSTS,
        description:
          'Hosts, with their ports, that may be fetched although they are private (80 and 443 where no port is named). ' +
          'Empty: none.',
      }),
    FETCH_CONTACT: text(
      '',
      (value) => /^(?:https?:\/\/|mailto:)?[\w.~/@:%+-]{0,200}$/.test(value),
      'an e-mail address or the address of a page, which web sites are told',
    ).describe('How web sites can reach you; it is sent with each request. Empty: not told.'),
  },
} satisfies SettingSection;
