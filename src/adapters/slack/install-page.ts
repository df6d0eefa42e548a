/** The page that ends an installation: a few words, no script, nothing fetched. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ANSWER_LANGS, type AnswerLang } from '../../core/answer.ts';
import { INSTALL_WORDS } from './install-words.ts';

export type InstallOutcome =
  | { readonly type: 'done'; readonly workspace: string }
  | { readonly type: 'cancelled' | 'failed' | 'organisation' | 'trouble' };

export const INSTALL_PATH = '/slack/install';

export function sendInstallPage(
  request: Pick<IncomingMessage, 'headers'>,
  response: ServerResponse,
  outcome: InstallOutcome,
): void {
  const lang = acceptedLanguage(request.headers['accept-language']);
  const words = INSTALL_WORDS[lang];
  const [said, more] =
    outcome.type === 'done'
      ? [words.done(outcome.workspace), `<p>${escapeText(words.next)}</p>`]
      : [words[outcome.type], `<p><a href="${INSTALL_PATH}">${escapeText(words.again)}</a></p>`];
  const html = `<!doctype html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Casebook</title><h1>Casebook</h1><p>${escapeText(said)}</p>${more}</html>\n`;
  response.writeHead(outcome.type === 'done' ? 200 : outcome.type === 'trouble' ? 503 : 400, {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    // The address holds the code and the word of this installation.
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  response.end(html);
}

function acceptedLanguage(header: string | undefined): AnswerLang {
  for (const part of (header ?? '').slice(0, 200).split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase();
    const found = ANSWER_LANGS.find((lang) => lang === language);
    if (found !== undefined) return found;
  }
  return 'en';
}

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
