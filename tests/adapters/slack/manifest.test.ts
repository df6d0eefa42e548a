/** The app manifest, and what doctor says about a workspace. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkSlack } from '../../../src/adapters/slack/check-slack.ts';
import { slackManifest } from '../../../src/adapters/slack/manifest.ts';
import { SCOPES } from '../../../src/adapters/slack/scopes.ts';
import { COMMANDS } from '../../../src/bot/registry.ts';
import { ANSWER_LANGS } from '../../../src/core/answer.ts';
import { inSlack } from '../../support/slack/in-slack.ts';
import { startSlackServer } from '../../support/slack/slack-server.ts';

const TOKENS = { botToken: 'xoxb-of-the-tests', appToken: 'xapp-of-the-tests', signingSecret: null };
const NEEDED = SCOPES.map(({ name }) => name);

describe('slackManifest', () => {
  it.each(ANSWER_LANGS)('keeps Slack’s limits (%s)', (lang) => {
    const { display_information, features } = slackManifest(COMMANDS, {
      prefix: 'cb-',
      mode: 'socket',
      lang,
    });
    expect(display_information.name.length).toBeLessThanOrEqual(35);
    expect(display_information.description.length).toBeLessThanOrEqual(140);
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
    expect(features.agent_view.suggested_prompts.length).toBeLessThanOrEqual(4);
    expect(features.bot_user.display_name).toMatch(/^[a-z0-9._-]{1,80}$/);
    for (const { command, description, usage_hint } of features.slash_commands) {
      expect(command).toMatch(/^\/cb-[a-z]{1,28}$/);
      expect(description.length).toBeGreaterThan(0);
      expect(usage_hint.length).toBeLessThanOrEqual(1_000);
    }
    for (const { name, description } of features.shortcuts) {
      expect(name.length).toBeLessThanOrEqual(24);
      expect(description.length).toBeLessThanOrEqual(150);
    }
  });

  it('offers the registry’s commands, but none that Slack has itself', () => {
    const { features } = slackManifest(COMMANDS, { prefix: '', mode: 'socket', lang: 'en' });
    const offered = features.slash_commands.map(({ command }) => command);
    expect(offered).toContain('/ask');
    expect(offered).not.toContain('/help');
    expect(features.slash_commands[0]?.usage_hint).toBe('question [--language fr|en|zh] [--private]');
  });

  it('sends everything to one address in HTTP mode, and to none in Socket Mode', () => {
    const requestUrl = 'https://casebook.example/slack/events';
    const http = slackManifest(COMMANDS, { prefix: '', mode: 'http', requestUrl, lang: 'fr' });
    expect(http.settings).toMatchObject({
      socket_mode_enabled: false,
      event_subscriptions: { request_url: requestUrl },
      interactivity: { request_url: requestUrl, message_menu_options_url: requestUrl },
    });
    for (const command of http.features.slash_commands) expect(command).toMatchObject({ url: requestUrl });
    const socket = JSON.stringify(slackManifest(COMMANDS, { prefix: '', mode: 'socket', lang: 'fr' }));
    expect(socket).not.toContain('url');
  });

  it('asks for enough: with its scopes and events alone, every way of asking works', async () => {
    const { settings, oauth_config } = slackManifest(COMMANDS, { prefix: '', mode: 'socket', lang: 'en' });
    const slack = await inSlack({
      server: { scopes: oauth_config.scopes.bot, subscriptions: settings.event_subscriptions.bot_events },
    });
    await slack.answerTo(slack.mention('Qui a attaqué le ministère de Valdoria ?'));
    await slack.server.openHome('U0ALICE001', 'home');
    await slack.server.until(() => slack.server.home('U0ALICE001'));
    await slack.server.openHome('U0BOB00002', 'messages');
    await slack.server.until(() => slack.server.callsOf('assistant.threads.setSuggestedPrompts')[0]);
    await slack.settled();
    expect(slack.casebook.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });
});

describe('checkSlack', () => {
  async function check(scopes: readonly string[], options = {}) {
    const server = await startSlackServer({ scopes });
    onTestFinished(() => server.close());
    return checkSlack({ ...TOKENS, mode: 'socket', apiUrl: server.url, ...options });
  }

  it('finds nothing to put right in a good setup', async () => {
    const findings = await check(NEEDED);
    expect(findings.map(({ status }) => status)).toEqual(['ok', 'ok', 'ok']);
  });

  it('names the scopes that are missing, and what for', async () => {
    const findings = await check(NEEDED.filter((name) => name !== 'users:read'));
    const [failed] = findings.filter(({ status }) => status === 'fail');
    expect(failed?.message).toContain('users:read');
    expect(failed?.message).toContain('administers');
    expect(failed?.fix).toContain('reinstall');
  });

  it('only warns of a scope that all but pictures can do without', async () => {
    const findings = await check(NEEDED.filter((name) => name !== 'files:write'));
    expect(findings.map(({ status }) => status)).toEqual(['ok', 'warn', 'ok']);
    expect(findings[1]?.message).toContain('files:write');
  });

  it.each([
    [{ botToken: 'xoxb-wrong' }, 'SLACK_BOT_TOKEN'],
    [{ appToken: 'xapp-wrong' }, 'SLACK_APP_TOKEN'],
    [{ appToken: null }, 'app-level token'],
    [{ mode: 'http' }, 'signing secret'],
    [{ apiUrl: 'http://127.0.0.1:9/api' }, 'SLACK_API_URL'],
  ])('says what is wrong with %j', async (options, said) => {
    const findings = await check(NEEDED, options);
    const failed = findings.filter(({ status }) => status === 'fail');
    expect(failed.map(({ message }) => message).join('\n')).toContain(said);
    expect(JSON.stringify(findings)).not.toMatch(/xoxb-|xapp-/);
  });
});
