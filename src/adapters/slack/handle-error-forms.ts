/** «Report an error»: the form that the button opens, when it comes back. */
import type { App } from '@slack/bolt';
import { ackAfter } from './ack-after.ts';
import { ERROR_FORM, readErrorForm } from './error-form.ts';
import type { HandlingOf } from './handling.ts';
import { SLACK_WORDS } from './slack-words.ts';

export function handleErrorForms(app: App, handlingOf: HandlingOf): void {
  app.view(ERROR_FORM, async ({ ack, body, context }) => {
    const handling = handlingOf(context);
    const { desk, identity, langOf, tell, log } = handling;
    const form = readErrorForm(body);
    if (form === null) return ack();
    const { answerId, what, to } = form;
    const { channel: channelId, user: userId } = to;
    const place = { platform: 'slack', workspaceId: identity.teamId, channelId };
    const kept = desk.reportError({ ...place, answerId, userId, text: what });
    handling.afterwards('storing a report of an error', to, async () => {
      const words = SLACK_WORDS[(await langOf(userId)) ?? 'en'];
      await tell(to, (await kept) ? words.errorReported : words.errorNotKept);
    });
    const ended = Promise.allSettled([kept]).then(() => undefined);
    await ackAfter(ended, () => ack(), log);
  });
}
