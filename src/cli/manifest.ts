/** `npm run manifest -- slack|discord`: what the platform must be told of the app. */
import '../require-node.ts';
import { ANSWER_LANGS } from '../core/answer.ts';
import { OperatorError } from '../core/errors.ts';
import { printJson, runCommand } from './run-command.ts';

const HELP = `
Print what a platform must be told of the app, from the commands that the bot has.

  npm run -s manifest -- slack      the app manifest, to paste at https://api.slack.com/apps, «From a manifest»
  npm run -s manifest -- discord    the invite links and what to switch on in the developer portal

  --lang fr|en|zh   language of Slack's descriptions (en); Discord has all three
  --url URL         Slack in HTTP mode: the public address that ends in /slack/events; otherwise Socket Mode
  --json            one JSON document; Slack's manifest is one already

COMMAND_PREFIX stands before the commands' names.`;

await runCommand({
  help: HELP,
  options: { lang: { type: 'string' }, url: { type: 'string' } },
  positionals: true,
  async run({ values, positionals }) {
    const [platform, ...more] = positionals;
    if (more.length > 0 || (platform !== 'slack' && platform !== 'discord'))
      throw new OperatorError('name one platform: slack or discord; --help explains the command', {
        exitCode: 2,
      });
    const lang = ANSWER_LANGS.find((known) => known === (values.lang ?? 'en'));
    if (lang === undefined)
      throw new OperatorError(`--lang is "${values.lang}", allowed: ${ANSWER_LANGS.join(', ')}`, {
        exitCode: 2,
      });
    if (values.url !== undefined && !/^https:\/\/[^\s/]+\//.test(values.url))
      throw new OperatorError('--url must be an https address that ends in /slack/events', { exitCode: 2 });
    const [{ loadConfig }, { makeDiscordManifest, makeSlackManifest }] = await Promise.all([
      import('../config.ts'),
      import('../app-manifest.ts'),
    ]);
    const config = loadConfig();
    if (platform === 'slack') {
      printJson(await makeSlackManifest(config, { lang, requestUrl: values.url }));
      return 0;
    }
    const manifest = await makeDiscordManifest(config);
    if (values.json === true) printJson(manifest);
    else {
      for (const [i, step] of manifest.steps.entries()) process.stdout.write(`${i + 1}. ${step}\n`);
      process.stdout.write(`\nAdd to a server:       ${manifest.inviteUrl}\n`);
      process.stdout.write(`Add to your account:   ${manifest.userInstallUrl}\n`);
    }
    return 0;
  },
});
