/** What an operator hands to Slack and Discord so that they know the app. */
import { COMMANDS } from './bot/registry.ts';
import type { Config } from './config.ts';
import type { AnswerLang } from './core/answer.ts';

/** @param requestUrl where Slack sends events in HTTP mode; without it, the manifest is for Socket Mode. */
export async function makeSlackManifest(
  { commandPrefix: prefix, slack }: Pick<Config, 'commandPrefix' | 'slack'>,
  { lang, requestUrl }: { readonly lang: AnswerLang; readonly requestUrl: string | undefined },
) {
  const { slackManifest } = await import('./adapters/slack/manifest.ts');
  const manyWorkspaces = slack !== null && slack.install !== null;
  // Many workspaces need an address for installing, also in Socket Mode.
  const mode = requestUrl === undefined || (manyWorkspaces && slack.mode === 'socket') ? 'socket' : 'http';
  const at = requestUrl === undefined ? {} : { requestUrl };
  return slackManifest(COMMANDS, { prefix, mode, manyWorkspaces, lang, ...at });
}

/** The links are complete when DISCORD_TOKEN is set, which begins with the application's id. */
export async function makeDiscordManifest({ discord }: Pick<Config, 'discord'>) {
  const { applicationIdOf, discordManifest } = await import('./adapters/discord/manifest.ts');
  return discordManifest({
    applicationId: discord === null ? null : applicationIdOf(discord.token),
    messageContent: discord?.messageContent === true,
  });
}
