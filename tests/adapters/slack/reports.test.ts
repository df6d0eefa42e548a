/** Reports on a case: asked by a command, seen otherwise by a button. */
import { expect, it } from 'vitest';
import { caseBookOf } from '../../support/case-book-kit.ts';
import { SAMPLE_CASE } from '../../support/report-kit.ts';
import { partOf, seen } from '../../support/slack/casebook-kit.ts';
import { inSlack } from '../../support/slack/in-slack.ts';
import { ALICE, BOB, BOT, GENERAL } from '../../support/slack/workspace.ts';

it('shows a case under the command, and its sides in the thread for whoever presses the button', async () => {
  const slack = await inSlack({ bot: { cases: caseBookOf([SAMPLE_CASE]) } });
  const { server } = slack;
  await server.command({ command: '/case', text: '2025-lac-gris', user: ALICE, channel: GENERAL });
  const own = () => server.messages(GENERAL).filter(({ user }) => user === BOT);
  const card = await server.until(() => own().find((message) => partOf(message)?.of === 1));
  const { text } = seen([card]);
  expect(text).toContain('/case 2025-lac-gris');
  expect(text).toContain('ministère des Eaux de Valdoria');
  await server.click({ user: BOB, message: card, action_id: 'casebook_view_sides' });
  const sides = await server.until(() => own().find(({ thread_ts }) => thread_ts === card.ts));
  expect(seen([sides]).text).toContain('/sides 2025-lac-gris');
  expect(own()).toHaveLength(2);
});
