/** REST: application commands, global or of one guild: read, replace all, add, change and delete. */
import { invalidForm, refusal } from './api-error.ts';
import { commandListProblems, commandProblems, tooManyCommands } from './command-rules.ts';
import type { Command, Json } from './discord-model.ts';
import type { Route, RouteContext } from './rest-server.ts';
import type { World } from './world.ts';

/** The same routes for both scopes. */
export function commandRoutes(world: World): Route[] {
  return ['/applications/:application', '/applications/:application/guilds/:guild'].flatMap((base) =>
    scopeRoutes(world, `${base}/commands`),
  );
}

function scopeRoutes(world: World, base: string): Route[] {
  const read = ({ params }: RouteContext) => {
    if (params.application !== world.applicationId) throw refusal(10002);
    if (params.guild !== undefined && !world.guilds.has(params.guild)) throw refusal(50001);
    const scope = params.guild ?? 'global';
    return { scope, guild: params.guild, commands: world.commands.get(scope) ?? [] };
  };
  const find = (context: RouteContext) => {
    const { commands, ...rest } = read(context);
    const command = commands.find((each) => each.id === context.params.command);
    if (!command) throw refusal(10063);
    return { ...rest, commands, command };
  };
  const store = (scope: string, commands: Command[]) => {
    world.commands.set(scope, commands);
    world.changed();
  };

  return [
    {
      route: `GET ${base}`,
      handler: (context) => {
        const full = context.query.get('with_localizations') === 'true';
        return read(context).commands.map((each) => (full ? each : withoutLocalisations(each)));
      },
    },
    {
      route: `PUT ${base}`,
      handler: (context) => {
        const { scope, guild, commands } = read(context);
        const list = context.call.body;
        if (!Array.isArray(list)) throw invalidForm(['the body must be a list']);
        check(commandListProblems(list, guild !== undefined));
        if (tooManyCommands(list)) throw refusal(30032);
        const next = list.map((each: Json) => complete(world, each, commands, guild));
        store(scope, next);
        return next;
      },
    },
    {
      route: `POST ${base}`,
      handler: (context) => {
        const { scope, guild, commands } = read(context);
        check(commandProblems(context.body, guild !== undefined));
        const made = complete(world, context.body, commands, guild);
        const next = [...commands.filter((each) => each.id !== made.id), made];
        if (tooManyCommands(next)) throw refusal(30032);
        store(scope, next);
        return made;
      },
    },
    { route: `GET ${base}/:command`, handler: (context) => find(context).command },
    {
      route: `PATCH ${base}/:command`,
      handler: (context) => {
        const { scope, guild, commands, command } = find(context);
        const changed: Command = { ...command, ...context.body, id: command.id, version: world.nextId() };
        check(commandProblems(changed, guild !== undefined));
        store(
          scope,
          commands.map((each) => (each === command ? changed : each)),
        );
        return changed;
      },
    },
    {
      route: `DELETE ${base}/:command`,
      handler: (context) => {
        const { scope, commands, command } = find(context);
        store(
          scope,
          commands.filter((each) => each !== command),
        );
      },
    },
  ];
}

function check(problems: string[]): void {
  if (problems.length > 0) throw invalidForm(problems);
}

/** As Discord stores it; a command that was there under the same name keeps its id. */
function complete(world: World, body: Json, old: readonly Command[], guild: string | undefined): Command {
  const type = Number(body.type ?? 1);
  const same = old.find((each) => each.name === body.name && each.type === type);
  return {
    default_member_permissions: null,
    name_localizations: null,
    description_localizations: null,
    dm_permission: true,
    nsfw: false,
    ...(guild === undefined ? { contexts: null, integration_types: [0] } : { guild_id: guild }),
    ...body,
    description: type === 1 ? body.description : '',
    name: String(body.name),
    type,
    application_id: world.applicationId,
    id: same?.id ?? world.nextId(),
    version: world.nextId(),
  };
}

function withoutLocalisations(command: Command): Json {
  const { name_localizations, description_localizations, ...rest } = command;
  return rest;
}
