/** Message events, also as servers write them that leave fields out or send them empty. */
import { describe, expect, it } from 'vitest';
import { readEvent } from '../../../src/adapters/slack/read-event.ts';

const US = { teamId: 'T1', botUser: 'U1', botId: 'B1', scopes: null };
const said = { type: 'message', channel: 'C1', user: 'W2', ts: '1.000001', text: '<@U1> qui a attaqué ?' };

describe('readEvent', () => {
  it.each([
    ['no more than it must have', {}],
    ['empty fields', { bot_id: null, subtype: null, edited: null, thread_ts: null, team: null }],
    ['fields that nobody knows', { client_msg_id: 'x', blocks: 7, channel_type: 'canvas' }],
  ])('hears a person in an event with %s', (_what, more) => {
    expect(readEvent({ ...said, ...more }, US)).toMatchObject({ text: 'qui a attaqué ?', addressed: 'bot' });
  });

  it.each([
    ['a bot', { bot_id: 'B7' }],
    ['an edit', { edited: { user: 'W2', ts: '2.000000' } }],
    ['a join', { subtype: 'channel_join' }],
    ['itself', { user: 'U1' }],
  ])('does not hear %s', (_what, more) => {
    expect(readEvent({ ...said, ...more }, US)).toBeNull();
  });

  it('knows its own conversations where the kind of channel is not told', () => {
    const text = 'qui ?';
    expect(readEvent({ ...said, text, channel: 'D1' }, US)).toMatchObject({ direct: true, addressed: 'bot' });
    expect(readEvent({ ...said, text, channel: 'C1' }, US)).toMatchObject({ addressed: 'channel' });
    expect(readEvent({ ...said, channel_type: 'mpim', channel: 'G1' }, US)).toMatchObject({ direct: false });
  });
});
