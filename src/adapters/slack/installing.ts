/** Installing the app over OAuth, as Bolt's receiver does it: what it keeps, and what people read at the end. */
import type { HTTPReceiverOptions, Installation as SlackInstallation } from '@slack/bolt';
import { errorMessage } from '../../core/errors.ts';
import type { Installation, InstallationShelf, OnDeparture } from '../../core/installation.ts';
import { INSTALL_PATH, sendInstallPage } from './install-page.ts';
import { blameOf } from './install-trouble.ts';
import { createInstallWords } from './install-word.ts';
import { SCOPES } from './scopes.ts';
import type { ClientOptions } from './slack-client.ts';
import type { SlackLog } from './slack-log.ts';

/** What having the app installed by many workspaces takes. */
export interface Installing {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Signs the word by which an installation is known when it comes back. */
  readonly stateSecret: string;
  readonly shelf: InstallationShelf;
  readonly onDeparture: OnDeparture;
}

interface InstallerDeps {
  readonly installing: Installing;
  readonly apiUrl: string;
  readonly options: ClientOptions;
  readonly log: SlackLog;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly onInstalled: (teamId: string) => void;
}

type Installer = Pick<
  HTTPReceiverOptions,
  'clientId' | 'clientSecret' | 'scopes' | 'installationStore' | 'installerOptions'
>;

export function installerOptions(deps: InstallerDeps): Installer {
  const { installing, apiUrl, options, log, now, onInstalled } = deps;
  const { clientId, clientSecret, stateSecret, shelf } = installing;
  const scopes = SCOPES.map(({ name }) => name);
  const words = createInstallWords(stateSecret, { shelf, now });
  return {
    clientId,
    clientSecret,
    scopes,
    installationStore: {
      async storeInstallation(given: SlackInstallation) {
        const installation = readInstallation(given, now());
        if (installation === null) throw new Error('Slack told no bot token for the installation');
        await shelf.save(installation);
        onInstalled(installation.workspaceId);
        log.info({ workspace: installation.workspaceId }, 'the app was installed in a Slack workspace');
      },
      fetchInstallation: () => Promise.reject(new Error('installations are read elsewhere')),
    },
    installerOptions: {
      clientOptions: { ...options },
      installPath: INSTALL_PATH,
      authorizationUrl: new URL('/oauth/v2/authorize', apiUrl).href,
      // Straight to Slack, which asks the person itself.
      directInstall: true,
      stateStore: {
        generateStateParam: async () => words.give(),
        async verifyStateParam(_now, state) {
          await words.check(state);
          return { scopes };
        },
      },
      callbackOptions: {
        async afterInstallation({ isEnterpriseInstall, team }, _options, request, response) {
          // Only now that Slack has taken the code: what anybody may send makes no row.
          await words.use(wordIn(request.url));
          if (isEnterpriseInstall !== true && team !== undefined) return true;
          log.warn({}, 'an installation in a whole organization was turned away: only workspaces are served');
          sendInstallPage(request, response, { type: 'organisation' });
          return false;
        },
        success: ({ team }, _options, request, response) =>
          sendInstallPage(request, response, { type: 'done', workspace: team?.name ?? team?.id ?? 'Slack' }),
        failure(error, _options, request, response) {
          const cancelled = request.url?.includes('error=access_denied') === true;
          const { type, remedy } = cancelled ? { type: 'cancelled' as const } : blameOf(error);
          if (!cancelled)
            log.warn(
              { error: errorMessage(error), ...(remedy === undefined ? {} : { remedy }) },
              'an installation in Slack failed',
            );
          sendInstallPage(request, response, { type });
        },
      },
    },
  };
}

/** The word with which a browser comes back. */
function wordIn(address: string | undefined): string {
  return new URL(address ?? '', 'http://casebook').searchParams.get('state') ?? '';
}

/** Null where it has no bot token. */
function readInstallation({ team, bot, user }: SlackInstallation, now: number): Installation | null {
  if (team === undefined || bot === undefined) return null;
  const { token, refreshToken, expiresAt } = bot;
  return {
    workspaceId: team.id,
    name: team.name ?? null,
    botUser: bot.userId,
    botId: bot.id,
    scopes: bot.scopes,
    installedBy: user.id ?? null,
    tokens: {
      access: token,
      refresh: refreshToken ?? null,
      endsAt: refreshToken === undefined ? null : expiresAt === undefined ? now : expiresAt * 1000,
    },
  };
}
