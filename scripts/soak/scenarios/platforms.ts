/** Slack and Discord refuse, fail, forget to answer, and cut their connections. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Fault, Scenario } from '../scenario.ts';

const SLACK_CALLS = [
  'chat.postMessage',
  'chat.update',
  'chat.startStream',
  'chat.appendStream',
  'chat.stopStream',
  '*',
];
const DISCORD_CALLS = [
  'POST /channels/:id/messages',
  'PATCH /channels/:id/messages/:message',
  'PATCH /webhooks/:application/:token/messages/:message',
];

export const PLATFORMS: Scenario = {
  name: 'platforms',
  what: 'Slack and Discord answer 500, 503 and 429, cut calls before and after taking them, drop sockets',
  async prepare({ slack, discord }) {
    const one = <T>(list: readonly T[], random: () => number) =>
      list[Math.floor(random() * list.length)] as T;
    const times = (random: () => number) => 1 + Math.floor(random() * 2);
    const faults: Fault[] = [
      {
        name: 'Slack 5xx',
        inject: (random) =>
          slack.faults.fail(one(SLACK_CALLS, random), {
            status: one([500, 503], random),
            times: times(random),
          }),
      },
      {
        name: 'Slack 429',
        inject: (random) =>
          slack.faults.fail(one(SLACK_CALLS, random), { status: 429, retryAfter: 1, times: times(random) }),
      },
      {
        name: 'Slack call cut before',
        inject: (random) => slack.faults.dropBefore(one(SLACK_CALLS, random)),
      },
      { name: 'Slack call cut after', inject: (random) => slack.faults.dropAfter(one(SLACK_CALLS, random)) },
      { name: 'Slack socket killed', inject: () => slack.sockets.kill() },
      { name: 'Slack socket renewed', inject: () => slack.sockets.disconnect('refresh_requested') },
      {
        name: 'Discord 5xx',
        inject: (random) =>
          discord.fail(one(DISCORD_CALLS, random), { status: one([500, 502], random), times: times(random) }),
      },
      {
        name: 'Discord 429',
        inject: (random) =>
          discord.fail(one(DISCORD_CALLS, random), { status: 429, retryAfter: 0.5, times: times(random) }),
      },
      {
        name: 'Discord call reset after',
        inject: (random) => discord.dropAfter(one(DISCORD_CALLS, random), 1, 'reset'),
      },
      {
        name: 'Discord call reset before',
        inject: (random) => discord.dropBefore(one(DISCORD_CALLS, random), 1, 'reset'),
      },
      { name: 'Discord gateway cut', inject: () => discord.gateway.cut() },
      { name: 'Discord gateway asks to reconnect', inject: () => discord.gateway.reconnect() },
    ];
    return {
      faults: () => faults,
      pause: 400,
      redelivered: true,
      async calm() {
        slack.faults.clear();
        discord.calm();
        await pause(1_000);
      },
    };
  },
};
