/** The app as Slack is told of it: `npm run manifest -- slack` prints it, «create an app from a manifest» takes it. */
import type { Command, CommandArgument } from '../../bot/command.ts';
import type { AnswerLang } from '../../core/answer.ts';
import { ASK_ABOUT } from './handle-shortcut.ts';
import { offeredCommands } from './offered-commands.ts';
import { cutText } from './plain-text.ts';
import { SCOPES } from './scopes.ts';
import { SLACK_WORDS } from './slack-words.ts';

export interface ManifestOptions {
  /** Stands before each command's name. */
  readonly prefix: string;
  readonly mode: 'socket' | 'http';
  /** Where Slack sends everything in HTTP mode: `https://casebook.example/slack/events`. */
  readonly requestUrl?: string;
  /** True: several workspaces install the app. */
  readonly manyWorkspaces?: boolean;
  /** Of the descriptions: an app has them in one language. */
  readonly lang: AnswerLang;
}

/** Messages are heard in every kind of conversation that the app is in; threads need no mention. */
const EVENTS = [
  'app_home_opened',
  'app_mention',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
];

/** That a workspace took the app out: what is kept of it goes. */
const DEPARTURES = ['app_uninstalled', 'tokens_revoked'];

/** Where Slack sends a person back to who installed the app. */
const REDIRECT_PATH = '/slack/oauth_redirect';

/** Slack's limits, in characters. */
const LONGEST_DESCRIPTION = 140;
const LONGEST_SHORTCUT_NAME = 24;
const LONGEST_USAGE = 1_000;

/** After https://docs.slack.dev/reference/app-manifest. */
export function slackManifest(commands: readonly Command[], options: ManifestOptions) {
  const { prefix, mode, requestUrl, lang, manyWorkspaces = false } = options;
  const words = SLACK_WORDS[lang];
  const url = mode === 'http' && requestUrl !== undefined ? { url: requestUrl } : {};
  const request = mode === 'http' && requestUrl !== undefined ? { request_url: requestUrl } : {};
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: 'Casebook',
      description: cutText(words.appDescription, LONGEST_DESCRIPTION),
      background_color: '#1f2937',
    },
    features: {
      bot_user: { display_name: 'casebook', always_online: true },
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      agent_view: {
        agent_description: words.agentDescription,
        suggested_prompts: words.samples.map((message) => ({ title: message, message })),
      },
      slash_commands: offeredCommands(commands).map((command) => ({
        command: `/${prefix}${command.name}`,
        description: command.descriptions[lang],
        usage_hint: cutText(usageHint(command, lang), LONGEST_USAGE),
        should_escape: false,
        ...url,
      })),
      shortcuts: [
        {
          type: 'message',
          name: cutText(words.shortcut, LONGEST_SHORTCUT_NAME),
          callback_id: ASK_ABOUT,
          description: words.shortcutHint,
        },
      ],
    },
    oauth_config: {
      ...(manyWorkspaces && requestUrl !== undefined
        ? { redirect_urls: [new URL(REDIRECT_PATH, requestUrl).href] }
        : {}),
      scopes: { bot: SCOPES.map(({ name }) => name) },
    },
    settings: {
      event_subscriptions: {
        ...request,
        bot_events: manyWorkspaces ? [...EVENTS, ...DEPARTURES].sort() : EVENTS,
      },
      interactivity: {
        is_enabled: true,
        ...request,
        ...('request_url' in request ? { message_menu_options_url: request.request_url } : {}),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: mode === 'socket',
      token_rotation_enabled: false,
    },
  };
}

/** What may be written after the command: `question [--language fr|en|zh] [--private]`. */
function usageHint({ arguments: offered, subcommands }: Command, lang: AnswerLang): string {
  if (subcommands !== undefined) return subcommands.map(({ names }) => names[lang]).join(' | ');
  return offered.map((argument, i) => argumentHint(argument, i === 0, lang)).join(' ');
}

function argumentHint(
  { names, kind, required, choices }: CommandArgument,
  first: boolean,
  lang: AnswerLang,
): string {
  if (first && (kind === 'text' || kind === 'case')) return required ? names[lang] : `[${names[lang]}]`;
  const values = choices === undefined ? '' : ` ${choices.map(({ value }) => value).join('|')}`;
  return `[--${names[lang]}${values}]`;
}
