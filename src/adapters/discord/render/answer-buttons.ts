/** What can be done with an answer: ask a suggestion, see sources and excerpts, cite it, say whether it helped or errs. */
import type { APIButtonComponentWithCustomId, APISelectMenuOption } from 'discord.js';
import type { Answer } from '../../../core/answer.ts';
import { type ButtonAction, writeCustomId } from './custom-ids.ts';
import { ACTION_ROW, BUTTON, type DiscordRow, SECONDARY } from './discord-message.ts';
import { DISCORD_PHRASES } from './discord-phrases.ts';
import { cleanForeign } from './escape-foreign.ts';
import { takePiece } from './take-piece.ts';

/** Numbers of the developer documentation («Component Reference»). */
const STRING_SELECT = 3;
const PRIMARY = 1;
const BUTTON_LABEL_LIMIT = 80;
const OPTION_LABEL_LIMIT = 100;
const BUTTONS_IN_ROW = 5;
const OPTIONS_IN_MENU = 25;
/** Of a message. */
const MOST_ROWS = 5;

/** @returns rows for the last message of the answer; none where the answer's id fits into no button. */
export function answerButtons(answer: Answer): DiscordRow[] {
  const { id, lang, citations } = answer;
  const phrases = DISCORD_PHRASES[lang];
  const toRead = [
    button('sources', phrases.showSources),
    button('excerpts', phrases.showExcerpts),
    button('cite', phrases.cite),
  ];
  const toJudge = [
    button('up', { name: '👍' }),
    button('down', { name: '👎' }),
    button('error', phrases.reportError),
  ];
  const rows = [citations.length === 0 ? [] : toRead, toJudge]
    .map((buttons) => buttons.filter((one) => one !== null))
    .filter((buttons) => buttons.length > 0)
    .map((components): DiscordRow => ({ type: ACTION_ROW, components }));
  return rows.length === 0 ? [] : [...suggestionRows(answer, MOST_ROWS - rows.length), ...rows];

  function button(
    action: ButtonAction,
    face: string | { readonly name: string },
  ): APIButtonComponentWithCustomId | null {
    const customId = writeCustomId(action, id);
    if (customId === null) return null;
    const shown = typeof face === 'string' ? { label: face } : { emoji: { name: face.name } };
    return { type: BUTTON, style: SECONDARY, custom_id: customId, ...shown };
  }
}

/** A few suggestions are buttons; many are menus, and those beyond the last menu can only be typed. */
function suggestionRows({ id, lang, suggestions }: Answer, most: number): DiscordRow[] {
  const choices = suggestions.flatMap((suggestion, index) => {
    const customId = writeCustomId('ask', id, index);
    const text = cleanForeign(suggestion, 'join');
    return customId === null || text === '' ? [] : [{ customId, text }];
  });
  if (choices.length === 0) return [];
  if (choices.length <= BUTTONS_IN_ROW) {
    const components = choices.map(
      ({ customId, text }): APIButtonComponentWithCustomId => ({
        type: BUTTON,
        style: PRIMARY,
        custom_id: customId,
        label: shorten(text, BUTTON_LABEL_LIMIT),
      }),
    );
    return [{ type: ACTION_ROW, components }];
  }
  const rows: DiscordRow[] = [];
  for (let menu = 0; menu < most && menu * OPTIONS_IN_MENU < choices.length; menu++) {
    const options = choices.slice(menu * OPTIONS_IN_MENU, (menu + 1) * OPTIONS_IN_MENU).map(
      ({ customId, text }): APISelectMenuOption => ({
        label: shorten(text, OPTION_LABEL_LIMIT),
        value: customId,
      }),
    );
    const customId = writeCustomId('ask', id, menu);
    if (customId === null) continue;
    const placeholder = DISCORD_PHRASES[lang].chooseSuggestion;
    const select = { type: STRING_SELECT, custom_id: customId, placeholder, options } as const;
    rows.push({ type: ACTION_ROW, components: [select] });
  }
  return rows;
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${takePiece(text, limit - 1, (piece) => piece.length)[0]}…`;
}
