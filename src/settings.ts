/** Every setting: its name, what is allowed, what it means, and what it is when empty. */
import { z } from 'zod';
import { DATA, WEB_PAGES } from './settings/data-settings.ts';
import { MODELS } from './settings/model-settings.ts';
import { NEWS } from './settings/news-settings.ts';
import { LOG, PROBES, TRACES } from './settings/operation-settings.ts';
import { BOTH_PLATFORMS, DISCORD, SLACK } from './settings/platform-settings.ts';
import { WEB_CHAT } from './settings/server-settings.ts';
import type { SettingSection } from './settings/setting-kinds.ts';

/** In the order in which `.env.example` and `docs/settings.md` show them; both are made of it. */
export const SETTING_SECTIONS: readonly SettingSection[] = [
  DATA,
  WEB_PAGES,
  MODELS,
  SLACK,
  DISCORD,
  BOTH_PLATFORMS,
  NEWS,
  WEB_CHAT,
  PROBES,
  LOG,
  TRACES,
];

/** The schema reads raw strings; an empty string counts as not set wherever the default is not empty. */
export const settingsSchema = z.object({
  ...DATA.settings,
  ...WEB_PAGES.settings,
  ...MODELS.settings,
  ...SLACK.settings,
  ...DISCORD.settings,
  ...BOTH_PLATFORMS.settings,
  ...NEWS.settings,
  ...WEB_CHAT.settings,
  ...PROBES.settings,
  ...LOG.settings,
  ...TRACES.settings,
});

export type Settings = z.output<typeof settingsSchema>;
export type SettingName = keyof Settings;
export const SETTING_NAMES = Object.keys(settingsSchema.shape) as SettingName[];

/** Settings whose empty value says something ("none"); elsewhere an empty value counts as not set. */
export const EMPTY_MEANS_NONE: readonly SettingName[] = ['CORPUS_DIRS', 'CHAT_MODEL', 'EMBEDDING_MODEL'];

/** Settings of which blanks at the ends are kept. */
export const VERBATIM: readonly SettingName[] = ['EMBEDDING_QUERY_PREFIX', 'EMBEDDING_PASSAGE_PREFIX'];

/** Values that are never printed, and may stand in a file of their own. */
export const SECRET_NAMES: readonly SettingName[] = SETTING_NAMES.filter(
  (name) => settingsSchema.shape[name].meta()?.secret === true,
);
