/** REST: what an interaction's token may write, read, change and delete in its fifteen minutes. */
import { refusal } from './api-error.ts';
import { type Interaction, MESSAGE_FLAGS, type Message } from './discord-model.ts';
import type { Route } from './rest-server.ts';
import { writeAnswer } from './routes-interactions.ts';
import { messageWire, restIntents } from './wire-message.ts';
import type { World } from './world.ts';
import { checkMessage, deleteMessage, editMessage } from './write-message.ts';

/** How long an interaction's token can be used. */
const TOKEN_MS = 15 * 60_000;
/** Follow-ups where the app is installed for the person alone. */
const MOST_FOLLOW_UPS = 5;

/** The routes under `/webhooks/{application}/{token}`; the token is all they need. */
export function webhookRoutes(world: World): Route[] {
  const base = '/webhooks/:application/:token';
  const wire = (message: Message) => messageWire(world, message, restIntents(world));
  return [
    {
      route: `POST ${base}`,
      open: true,
      handler: ({ params, body, call }) => {
        const interaction = byToken(world, params.token);
        const original = world.messages.get(interaction.originalId ?? '');
        // The first follow-up to a deferred answer is that answer; it stays as visible as the deferral said.
        if (original && !original.deleted && (original.flags & MESSAGE_FLAGS.loading) !== 0) {
          return wire(editMessage(world, original, { ...body, flags: undefined }, call.files));
        }
        if (interaction.userInstallOnly && interaction.followUps >= MOST_FOLLOW_UPS) throw refusal(40094);
        checkMessage(body, call.files);
        const channel = world.channels.get(interaction.channelId);
        if (!channel) throw refusal(10003);
        interaction.followUps += 1;
        return wire(writeAnswer(world, interaction, channel, { body, files: call.files }));
      },
    },
    {
      route: `GET ${base}/messages/:message`,
      open: true,
      handler: ({ params }) => wire(answered(world, params)),
    },
    {
      route: `PATCH ${base}/messages/:message`,
      open: true,
      handler: ({ params, body, call }) =>
        wire(editMessage(world, answered(world, params), body, call.files)),
    },
    {
      route: `DELETE ${base}/messages/:message`,
      open: true,
      handler: ({ params }) => deleteMessage(world, answered(world, params)),
    },
  ];
}

/** @throws ApiError 10015 for a token that is unknown or not yet answered, 50027 for one that has run out */
function byToken(world: World, token: string | undefined): Interaction {
  const [, id = ''] = Buffer.from(token ?? '', 'base64url')
    .toString()
    .split(':');
  const interaction = world.interactions.get(id);
  if (interaction?.token !== token || !interaction?.callback) throw refusal(10015);
  if (world.now() - interaction.createdAt > TOKEN_MS) throw refusal(50027);
  return interaction;
}

/** @throws ApiError 10008 for a message that is gone or that another interaction wrote */
function answered(world: World, params: Record<string, string>): Message {
  const interaction = byToken(world, params.token);
  const id = params.message === '@original' ? interaction.originalId : params.message;
  const message = world.messages.get(id ?? '');
  const own = message?.interactionId === interaction.id || id === interaction.originalId;
  if (!message || message.deleted || !own) throw refusal(10008);
  if (!world.channels.has(message.channelId)) throw refusal(10003);
  return message;
}
