/** Settings: defaults, precedence, and every problem told at once without showing a secret. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'dotenv';
import { describe, expect, test } from 'vitest';
import { inspectConfig, loadConfig } from '../src/config.ts';
import { OperatorError } from '../src/core/errors.ts';
import { SETTING_NAMES } from '../src/settings.ts';

function folder(dotenv?: string): string {
  const path = mkdtempSync(join(tmpdir(), 'casebook-config-'));
  if (dotenv !== undefined) writeFileSync(join(path, '.env'), dotenv);
  return path;
}

function problemsOf(env: Record<string, string>, dotenv?: string): string[] {
  return inspectConfig(env, folder(dotenv)).problems;
}

describe('loadConfig', () => {
  test('needs no setting at all', () => {
    const cwd = folder();
    expect(loadConfig({}, cwd)).toEqual({
      dataDir: join(cwd, '.data'),
      databaseUrl: null,
      databasePoolSize: 8,
      corpusDirs: [join(cwd, 'corpus')],
      fetchAllow: new Set(),
      fetchContact: null,
      chatModel: null,
      embedding: null,
      embeddingAccess: {
        openai: { apiKey: null, baseUrl: null },
        mistral: { apiKey: null, baseUrl: null },
        ollama: { apiKey: null, baseUrl: 'http://127.0.0.1:11434' },
      },
      modelTokensPerDay: 0,
      promptsDir: null,
      web: true,
      host: '127.0.0.1',
      port: 3000,
      webAccess: { token: null, hosts: [], proxies: 0 },
      slack: null,
      discord: null,
      commandPrefix: '',
      limits: { perUser: 30, perChannel: 300, perWorkspace: 0, perWorkspaceDay: 0 },
      correctionNoticeDays: 30,
      threadMemoryHours: 24,
      news: {
        enabled: true,
        file: join(cwd, 'news.yaml'),
        fileNamed: false,
        fullText: false,
        sourcesPerDay: 40,
        sourcesShare: 0.25,
      },
      ops: null,
      stopTimeout: 10_000,
      logLevel: undefined,
      logText: false,
      modelPrices: { input: 0, output: 0 },
      traces: null,
      langSmith: null,
      secrets: [],
      warnings: [],
    });
  });

  test('reads .env, and the process wins', () => {
    const cwd = folder('PORT=4000\nHOST=127.0.0.2\n');
    expect(loadConfig({ PORT: '5000' }, cwd)).toMatchObject({ port: 5000, host: '127.0.0.2' });
  });

  test('takes an empty value as "none" where that means something, and as "not set" elsewhere', () => {
    expect(loadConfig({ CORPUS_DIRS: '', PORT: '', WEB: ' ' }, folder())).toMatchObject({
      corpusDirs: [],
      port: 3000,
      web: true,
    });
  });

  test('lists several corpus folders once each', () => {
    const cwd = folder();
    expect(loadConfig({ CORPUS_DIRS: 'a, b,,a' }, cwd).corpusDirs).toEqual([join(cwd, 'a'), join(cwd, 'b')]);
  });

  test('splits the model at the first colon', () => {
    expect(loadConfig({ CHAT_MODEL: 'ollama:qwen3:8b' }, folder()).chatModel).toEqual({
      provider: 'ollama',
      model: 'qwen3:8b',
      apiKey: null,
      baseUrl: 'http://127.0.0.1:11434',
    });
  });

  test('wants a key where the provider wants one, but not for a server of one’s own', () => {
    expect(problemsOf({ CHAT_MODEL: 'openai:gpt-x' })).toEqual([
      'OPENAI_API_KEY is empty, but CHAT_MODEL is "openai:gpt-x": set the key or empty CHAT_MODEL',
    ]);
    expect(problemsOf({ CHAT_MODEL: 'anthropic:c' })).toHaveLength(1);
    expect(problemsOf({ CHAT_MODEL: 'mistral:m' })).toHaveLength(1);
    expect(problemsOf({ CHAT_MODEL: 'openai:any', OPENAI_BASE_URL: 'http://127.0.0.1:1/v1' })).toEqual([]);
  });

  test('takes an embedding model with prefixes, whose blanks are kept, and a folder from where it is started', () => {
    const cwd = folder(
      'EMBEDDING_QUERY_PREFIX="q: "\nEMBEDDING_PASSAGE_PREFIX=none\nEMBEDDING_POOLING=cls\n',
    );
    expect(loadConfig({ EMBEDDING_MODEL: 'local:./models/e5 small' }, cwd).embedding).toEqual({
      provider: 'local',
      model: join(cwd, 'models/e5 small'),
      queryPrefix: 'q: ',
      passagePrefix: '',
      pooling: 'cls',
    });
    const hub = loadConfig({ EMBEDDING_MODEL: 'local:Xenova/multilingual-e5-small' }, folder()).embedding;
    expect(hub).toMatchObject({ model: 'Xenova/multilingual-e5-small', queryPrefix: null, pooling: null });
    expect(problemsOf({ EMBEDDING_MODEL: 'mistral:mistral-embed' })).toEqual([
      expect.stringMatching(/^MISTRAL_API_KEY is empty, but EMBEDDING_MODEL is/),
    ]);
  });

  test('takes no password in an address, and does not show it', () => {
    const [problem, ...more] = problemsOf({ OLLAMA_BASE_URL: 'http://bob:hunter2@127.0.0.1:11434' });
    expect(more).toEqual([]);
    expect(problem).toMatch(/^OLLAMA_BASE_URL .*without a name or password/);
    expect(problem).not.toContain('hunter2');
  });

  test('tells every problem at once, with the name and what is allowed, and exit code 2', () => {
    const env = {
      PORT: '70000',
      WEB: 'yes',
      LOG_LEVEL: 'loud',
      CHAT_MODEL: 'gpt-5',
      EMBEDDING_MODEL: 'word2vec:x',
    };
    try {
      loadConfig(env, folder());
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(OperatorError);
      expect((error as OperatorError).exitCode).toBe(2);
      const lines = (error as OperatorError).message.split('\n');
      expect(lines).toHaveLength(5);
      for (const [name, value] of Object.entries(env)) {
        expect(
          lines.find((line) => line.startsWith(`${name} is "${value}", which is not allowed; allowed: `)),
        ).toBeTruthy();
      }
    }
  });

  test('never shows a secret', () => {
    const [problem] = problemsOf({ OPENAI_API_KEY: 'sk-very secret' });
    expect(problem).toBe('OPENAI_API_KEY has a value that is not allowed; allowed: one word without spaces');
  });

  test.each([
    'user:swordfish@host',
    'http:/user:swordfish@host',
    'http://user:sword/swordfish@host',
    'http://user:swordfish@host',
    'host/v1?key=swordfish',
    'ftp://host?key=swordfish',
  ])('shows nothing of the address %s', (OPENAI_BASE_URL) => {
    const problems = problemsOf({ OPENAI_BASE_URL });
    expect(problems).toEqual([expect.stringMatching(/^OPENAI_BASE_URL has a value that is not allowed/)]);
    expect(problems.join()).not.toContain('swordfish');
  });

  test('a setting of Slack that is refused is not told to be empty as well', () => {
    const slack = { SLACK_CLIENT_ID: '1.2', SLACK_CLIENT_SECRET: 's', SLACK_STATE_SECRET: 's' };
    expect(problemsOf({ ...slack, TOKEN_ENCRYPTION_KEY: 'short' })).toEqual([
      expect.stringMatching(/^TOKEN_ENCRYPTION_KEY has a value that is not allowed; allowed: 32 bytes/),
    ]);
    expect(problemsOf({ SLACK_CLIENT_ID: 'none', SLACK_SIGNING_SECRET: 's' })).toHaveLength(1);
  });

  test('keeps the good settings when others are bad', () => {
    const { config } = inspectConfig({ PORT: 'x', HOST: '127.0.0.9' }, folder());
    expect(config).toMatchObject({ port: 3000, host: '127.0.0.9' });
  });

  test('reports an unreadable .env', () => {
    const cwd = folder();
    expect(inspectConfig({}, join(cwd, 'nowhere')).problems).toEqual([]);
    writeFileSync(join(cwd, 'file'), '');
    expect(inspectConfig({}, join(cwd, 'file')).problems[0]).toMatch(/^\.env cannot be read/);
  });
});

describe('unknown names', () => {
  test.each([
    [{ CASEBOOK_DATA_DIRS: 'x' }, 'CASEBOOK_DATA_DIRS is not a setting; did you mean CASEBOOK_DATA_DIR?'],
    [{ CASEBOOK_COLOUR: 'x' }, 'CASEBOOK_COLOUR is not a setting; .env.example lists every setting'],
    [{ CORPUS_DIR: 'x' }, 'CORPUS_DIR is not a setting; did you mean CORPUS_DIRS?'],
    [{ CHAT_MODLE: 'x' }, 'CHAT_MODLE is not a setting; did you mean CHAT_MODEL?'],
  ])('%j', (env, problem) => {
    expect(problemsOf(env)).toEqual([problem]);
  });

  test('leaves the variables of other programs alone', () => {
    const env = {
      HOME: '/x',
      LOGLEVEL: 'x',
      PORTS: '1',
      DATABASE_URI: 'x',
      PATH: '',
      HOSTNAME: 'x',
      npm_lifecycle_event: 'x',
    };
    expect(problemsOf(env)).toEqual([]);
  });

  test('is stricter in .env, which is ours alone', () => {
    expect(problemsOf({}, 'PORTT=1\nLOGLEVEL=info\nOTHER=1\n')).toEqual([
      'PORTT is not a setting; did you mean PORT?',
      'LOGLEVEL is not a setting; did you mean LOG_LEVEL?',
    ]);
  });
});

describe('FETCH_ALLOW and FETCH_CONTACT', () => {
  test('are read', () => {
    const env = { FETCH_ALLOW: 'wiki.internal:8080, 10.0.0.7,', FETCH_CONTACT: 'desk@example.org' };
    expect(loadConfig(env, folder())).toMatchObject({
      fetchAllow: new Set(['wiki.internal:8080', '10.0.0.7:80', '10.0.0.7:443']),
      fetchContact: 'desk@example.org',
    });
  });

  test.each([{ FETCH_ALLOW: '10.0.0.0/8' }, { FETCH_ALLOW: '*' }, { FETCH_CONTACT: 'a\r\nX-Header: b' }])(
    '%j is told',
    (env) => {
      const [name] = Object.keys(env);
      expect(problemsOf(env)).toEqual([expect.stringContaining(`${name} is "`)]);
    },
  );
});

describe('the database of the state', () => {
  test('is a file unless an address is given, whose password is a secret in each of its spellings', () => {
    expect(loadConfig({}, folder())).toMatchObject({ databaseUrl: null, databasePoolSize: 8 });
    const url = 'postgresql://casebook:p%40ss%3Aword@db.internal:5432/casebook?sslmode=verify-full';
    const config = loadConfig({ DATABASE_URL: url, DATABASE_POOL_SIZE: '3' }, folder());
    expect(config).toMatchObject({ databaseUrl: url, databasePoolSize: 3, warnings: [] });
    expect(config.secrets).toEqual([url, 'p%40ss%3Aword', 'p@ss:word']);
  });

  test.each([
    'mysql://h/db',
    'localhost:5432/db',
    'postgres://',
    'postgres://u:top secret@h/db',
    'postgres://h:x/db',
  ])('%s is refused without being shown', (url) => {
    const problems = problemsOf({ DATABASE_URL: url });
    expect(problems).toEqual([
      expect.stringMatching(/^DATABASE_URL has a value .*postgres:\/\/name:password@host/),
    ]);
    expect(problems.join()).not.toContain(url === 'postgres://' ? 'postgres:// ' : url);
  });
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8');

  test('names every setting and no other', () => {
    expect(Object.keys(parse(text)).sort()).toEqual([...SETTING_NAMES].sort());
  });

  test('explains each setting in a comment just above it', () => {
    for (const name of SETTING_NAMES) expect(text).toMatch(new RegExp(`\\n# [^\\n-][^\\n]+\\n${name}=`));
  });

  test('holds the defaults', () => {
    expect(inspectConfig({}, folder(text))).toEqual(
      expect.objectContaining({
        problems: [],
        config: expect.objectContaining({ port: 3000, chatModel: null }),
      }),
    );
  });
});
