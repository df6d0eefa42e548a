/** The reference of settings, made of the schema: `docs/settings.md` and `.env.example`. */
import { z } from 'zod';
import { fileSetting } from '../src/secret-files.ts';
import { SETTING_SECTIONS, settingsSchema } from '../src/settings.ts';

/** Characters a line of `.env.example` has at most. */
const WIDTH = 118;

interface Setting {
  readonly name: string;
  readonly fallback: string;
  readonly description: string;
  readonly allowed: string;
  readonly secret: boolean;
  /** Page of `docs/` that tells more. */
  readonly page: string;
}

interface Section {
  readonly title: string;
  readonly note: string | null;
  readonly settings: readonly Setting[];
}

/** @throws when a setting lacks what the reference tells of each. */
function sections(): Section[] {
  const { properties = {} } = z.toJSONSchema(settingsSchema, { io: 'input' });
  return SETTING_SECTIONS.map(({ title, note, page, settings }) => ({
    title,
    note,
    settings: Object.keys(settings).map((name): Setting => {
      const known = properties[name] as Record<string, unknown>;
      for (const key of ['description', 'allowed'])
        if (typeof known[key] !== 'string') throw new Error(`${name} has no "${key}" in src/settings`);
      return {
        name,
        fallback: String(known.default ?? ''),
        description: String(known.description),
        allowed: String(known.allowed),
        secret: known.secret === true,
        page: String(known.page ?? page),
      };
    }),
  }));
}

/** `.env.example`: every setting with its default, explained above it. */
export function envExample(): string {
  const head = comment(
    'Settings of Casebook. Copy this file to `.env` and change what you need; variables of the process win over `.env`. ' +
      'Everything has a default: with no setting at all, `npm start` serves the web chat over the shipped corpus, offline. ' +
      '`npm run doctor` checks the settings and says what to fix. A secret may stand in a file of its own: ' +
      'DISCORD_TOKEN_FILE=/run/secrets/discord. Made from src/settings by `npm run docs:settings`.',
  );
  const body = sections().map(({ title, note, settings }) =>
    [
      `# --- ${title} ${'-'.repeat(WIDTH - title.length - 7)}`,
      ...(note === null ? [] : [comment(note)]),
      ...settings.map(
        ({ name, fallback, description, allowed }) =>
          `\n${comment(description)}\n${comment(`Values: ${allowed}.`)}\n${name}=${fallback}`,
      ),
    ].join('\n'),
  );
  return `${[head, ...body].join('\n\n')}\n`;
}

/** `docs/settings.md`. */
export function settingsPage(): string {
  const all = sections();
  return `# Settings

<!-- Made from src/settings by \`npm run docs:settings\`. Change the descriptions there. -->

Every setting has a default. Settings are variables of the process, or lines of a file \`.env\` in the working folder
([.env.example](../.env.example) is one to copy); the process wins. \`npm run doctor\` names what is wrong with them, and the
server does not start with a setting that is.

A **secret** is never shown in logs, errors or replies. It may stand in a file of its own, as Docker, Kubernetes and systemd
hand them over: \`DISCORD_TOKEN_FILE=/run/secrets/discord\` instead of \`DISCORD_TOKEN\`. The file holds the secret alone;
blanks and line ends around it do not count. One that is missing, empty or unreadable is told at the start.

${all.map(sectionTable).join('\n\n')}
`;
}

function sectionTable({ title, note, settings }: Section): string {
  const rows = settings.map(
    ({ name, fallback, description, allowed, secret, page }) =>
      `| \`${name}\`${secret ? `<br>secret, or \`${fileSetting(name)}\`` : ''} | ${fallback === '' ? '*empty*' : `\`${fallback}\``} | ${cell(allowed)} | ${cell(description)} | [${page.replace(/\.md.*/, '')}](${page}) |`,
  );
  return [
    `## ${title}`,
    ...(note === null ? [] : [`\n${linked(note)}`]),
    '\n| setting | default | values | what it does | more |\n|---|---|---|---|---|',
    ...rows,
  ].join('\n');
}

/** Text of a table's cell: addresses and names in angle brackets would become links, a bar would end it. */
const cell = (text: string) => linked(text).replaceAll('|', '\\|').replaceAll('<', '&lt;');

/** `docs/x.md`, as it is written in a terminal, as a link from a page of `docs/`. */
const linked = (text: string) => text.replace(/docs\/([\w-]+)\.md/g, '[$1]($1.md)');

/** Lines that begin with `# `, broken between words. */
function comment(text: string): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > WIDTH - 2) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map((line) => `# ${line}`).join('\n');
}
