/** `auth.test`, `api.test`, `apps.connections.open`, people and reactions of the test Slack. */
import { type ApiMethod, SlackRefusal, visibleConversation } from './api-method.ts';
import { messageAt } from './messages.ts';

export const BASIC_METHODS: Readonly<Record<string, ApiMethod>> = {
  'api.test': {
    scopes: [],
    run: (args) => {
      const error = args.text('error');
      if (error !== undefined) throw new SlackRefusal(error, { args: args.raw });
      return { args: args.raw };
    },
  },
  'auth.test': {
    scopes: [],
    run: (_args, { state, origin }) => ({
      url: `${origin}/`,
      team: state.workspace.team.name,
      user: 'casebook',
      team_id: state.workspace.team.id,
      user_id: state.workspace.app.botUser,
      bot_id: state.workspace.app.botId,
      is_enterprise_install: false,
    }),
  },
  'apps.connections.open': {
    scopes: ['connections:write'],
    token: 'app',
    run: (_args, { origin, newTicket, state }) => ({
      url: `${origin.replace('http:', 'ws:')}/link/?ticket=${newTicket()}&app_id=${state.workspace.app.id}`,
    }),
  },
  'users.info': {
    scopes: ['users:read'],
    run: (args, { state }) => {
      const user = state.workspace.users.get(args.needed('user'));
      if (user === undefined) throw new SlackRefusal('user_not_found');
      return {
        user: {
          id: user.id,
          team_id: state.workspace.team.id,
          name: user.name,
          real_name: user.name,
          deleted: false,
          is_admin: user.isAdmin,
          is_owner: false,
          is_primary_owner: false,
          is_restricted: false,
          is_ultra_restricted: false,
          is_bot: user.id === state.workspace.app.botUser,
          is_app_user: false,
          tz: 'Europe/Paris',
          ...(args.flag('include_locale') === true ? { locale: user.locale } : {}),
          profile: { real_name: user.name, display_name: user.name },
        },
      };
    },
  },
  'reactions.add': {
    scopes: ['reactions:write'],
    run: (args, context) => {
      const { message, name, bot } = reactionTarget(args, context);
      message.reactions ??= [];
      const reactions = message.reactions;
      const reaction = reactions.find((one) => one.name === name);
      if (reaction?.users.includes(bot)) throw new SlackRefusal('already_reacted');
      if (reaction === undefined) reactions.push({ name, users: [bot], count: 1 });
      else {
        reaction.users.push(bot);
        reaction.count++;
      }
      return {};
    },
  },
  'reactions.remove': {
    scopes: ['reactions:write'],
    run: (args, context) => {
      const { message, name, bot } = reactionTarget(args, context);
      const reaction = message.reactions?.find((one) => one.name === name && one.users.includes(bot));
      if (reaction === undefined) throw new SlackRefusal('no_reaction');
      reaction.users.splice(reaction.users.indexOf(bot), 1);
      reaction.count--;
      message.reactions = message.reactions?.filter((one) => one.count > 0) ?? [];
      return {};
    },
  },
};

function reactionTarget(...[args, context]: Parameters<ApiMethod['run']>) {
  const name = args.needed('name');
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(name)) throw new SlackRefusal('invalid_name');
  const conversation = visibleConversation(context, args.needed('channel'));
  if (conversation.archived) throw new SlackRefusal('is_archived');
  const message = messageAt(conversation, args.needed('timestamp'));
  if (message === undefined) throw new SlackRefusal('message_not_found');
  return { message, name, bot: context.state.workspace.app.botUser };
}
