/** What an operator sets up in Discord's developer portal, and the links by which others add the bot. */
import { NEEDED_PERMISSIONS, permissionSet } from './permissions.ts';

export interface DiscordManifest {
  /** Adds the bot to a server, with least permissions. */
  readonly inviteUrl: string;
  /** Adds the commands to a person's own account. */
  readonly userInstallUrl: string;
  readonly permissions: readonly string[];
  readonly scopes: readonly string[];
  /** Privileged intents to switch on; the others need no switch. */
  readonly privilegedIntents: readonly string[];
  /** What to do in the developer portal, in order. */
  readonly steps: readonly string[];
}

const AUTHORIZE = 'https://discord.com/oauth2/authorize';
const SCOPES = ['bot', 'applications.commands'];

/** @param applicationId null where it is not known: then a placeholder stands in the links. */
export function discordManifest({
  applicationId,
  messageContent,
}: {
  readonly applicationId: string | null;
  readonly messageContent: boolean;
}): DiscordManifest {
  const id = applicationId ?? 'APPLICATION_ID';
  const link = (parameters: Record<string, string>) =>
    `${AUTHORIZE}?${new URLSearchParams({ client_id: id, ...parameters })}`;
  const content = messageContent ? 'on' : 'off (DISCORD_MESSAGE_CONTENT=off)';
  return {
    inviteUrl: link({ scope: SCOPES.join(' '), permissions: permissionSet(), integration_type: '0' }),
    userInstallUrl: link({ scope: 'applications.commands', integration_type: '1' }),
    permissions: NEEDED_PERMISSIONS.map(({ name }) => name),
    scopes: SCOPES,
    privilegedIntents: messageContent ? ['Message Content'] : [],
    steps: [
      'https://discord.com/developers/applications: New Application; its Application ID stands in the links below.',
      'Bot: Reset Token, and put the token into DISCORD_TOKEN.',
      `Bot, Privileged Gateway Intents: Message Content ${content}; Presence and Server Members off.`,
      'Installation: User Install and Guild Install on, Install Link none.',
      'Open the first link to add the bot to a server, the second one to add its commands to your account.',
    ],
  };
}

/** The application's id, which is the first part of its token; null where it cannot be read. */
export function applicationIdOf(token: string): string | null {
  const [first = ''] = token.split('.');
  const id = Buffer.from(first, 'base64').toString('latin1');
  return /^\d{17,20}$/.test(id) ? id : null;
}
