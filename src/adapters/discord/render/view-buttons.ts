/** The other views of the case that a report is about, as buttons. */
import type { APIButtonComponentWithCustomId } from 'discord.js';
import type { Report } from '../../../core/report.ts';
import { CASE_VIEWS, writeViewId } from './custom-ids.ts';
import { ACTION_ROW, BUTTON, type DiscordRow, SECONDARY } from './discord-message.ts';
import { DISCORD_PHRASES } from './discord-phrases.ts';

/** @returns a row for the last message; none for several cases, or where the case's id fits into no button. */
export function viewButtons({ kind, lang, cases }: Report): DiscordRow[] {
  const [only, ...others] = cases;
  if (only === undefined || others.length > 0) return [];
  const components = CASE_VIEWS.filter((view) => view !== kind).flatMap(
    (view): APIButtonComponentWithCustomId[] => {
      const customId = writeViewId(view, only.id);
      const label = DISCORD_PHRASES[lang].views[view];
      return customId === null ? [] : [{ type: BUTTON, style: SECONDARY, custom_id: customId, label }];
    },
  );
  return components.length === 0 ? [] : [{ type: ACTION_ROW, components }];
}
