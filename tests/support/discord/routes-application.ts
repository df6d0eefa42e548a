/** REST: the gateway's address, the bot, its application, guilds, members and direct-message channels. */
import { refusal } from './api-error.ts';
import { directChannel } from './channels.ts';
import type { GatewayOptions } from './gateway-model.ts';
import type { Route } from './rest-server.ts';
import { applicationWire, channelWire, guildWire, memberWire, userWire } from './wire-entities.ts';
import type { World } from './world.ts';

/** Sessions that a bot may begin in a day. */
const SESSIONS_A_DAY = 1000;

/** `begun` counts the sessions that began so far. */
export function applicationRoutes(
  world: World,
  url: () => string,
  options: GatewayOptions,
  begun: () => number,
): Route[] {
  const joined = (id: string | undefined) => {
    const guild = world.guilds.get(id ?? '');
    if (!guild?.members.has(world.bot.id)) throw refusal(10004);
    return guild;
  };
  return [
    {
      route: 'GET /gateway/bot',
      handler: () => ({
        url: url(),
        shards: options.shards,
        session_start_limit: {
          total: SESSIONS_A_DAY,
          remaining: SESSIONS_A_DAY - begun(),
          reset_after: 14_400_000,
          max_concurrency: options.maxConcurrency,
        },
      }),
    },
    { route: 'GET /gateway', open: true, handler: () => ({ url: url() }) },
    {
      route: 'GET /users/@me',
      handler: () => ({ ...userWire(world.bot), mfa_enabled: false, verified: true, email: null, flags: 0 }),
    },
    {
      route: 'GET /users/@me/guilds',
      handler: () =>
        [...world.guilds.values()].filter((each) => each.members.has(world.bot.id)).map(guildWire),
    },
    {
      route: 'POST /users/@me/channels',
      handler: ({ body }) => {
        const user = world.users.get(String(body.recipient_id));
        if (!user) throw refusal(10013);
        return channelWire(world, directChannel(world, user.id));
      },
    },
    {
      route: 'GET /users/:user',
      handler: ({ params }) => {
        const user = world.users.get(params.user ?? '');
        if (!user) throw refusal(10013);
        return userWire(user);
      },
    },
    { route: 'GET /applications/@me', handler: () => applicationWire(world) },
    { route: 'GET /oauth2/applications/@me', handler: () => applicationWire(world) },
    { route: 'GET /guilds/:guild', handler: ({ params }) => guildWire(joined(params.guild)) },
    {
      route: 'GET /guilds/:guild/channels',
      handler: ({ params }) => {
        const guild = joined(params.guild);
        const here = [...world.channels.values()].filter((each) => each.guildId === guild.id && !each.thread);
        return here.map((each) => channelWire(world, each));
      },
    },
    {
      route: 'GET /guilds/:guild/threads/active',
      handler: ({ params }) => {
        const guild = joined(params.guild);
        const here = [...world.channels.values()].filter(
          (each) => each.guildId === guild.id && each.thread && !each.thread.archived,
        );
        return { threads: here.map((each) => channelWire(world, each)), members: [] };
      },
    },
    {
      route: 'GET /guilds/:guild/members/:user',
      handler: ({ params }) => {
        const id = params.user === '@me' ? world.bot.id : (params.user ?? '');
        const member = memberWire(world, joined(params.guild), id);
        if (!member) throw refusal(10007);
        return member;
      },
    },
  ];
}
