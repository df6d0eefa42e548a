/** What a reader can press: excerpts, a citation, ratings, reports of errors, questions. */
import type { App } from '@slack/bolt';
import type { IncomingMessage, Place } from '../../core/chat.ts';
import { errorForm } from './error-form.ts';
import type { Handling, HandlingOf } from './handling.ts';
import { writeOrigin } from './origin.ts';
import { quoteCommand } from './quote-command.ts';
import { type Click, readClick } from './read-click.ts';
import { ACTIONS, readFeedback } from './render/answer-actions.ts';
import { renderCitation } from './render/render-citation.ts';
import { renderExcerpts } from './render/render-excerpts.ts';
import { readView } from './render/report-actions.ts';
import { SLACK_WORDS } from './slack-words.ts';

export function handleClicks(app: App, handlingOf: HandlingOf): void {
  const onPress = (
    action: string | RegExp,
    what: string,
    work: (click: Click, handling: Handling) => Promise<void>,
  ): void => {
    app.action(action, async ({ ack, body, context }) => {
      await ack();
      const click = readClick(body);
      const handling = handlingOf(context);
      if (click !== null) handling.afterwards(what, click.to, () => work(click, handling));
    });
  };
  const placeOf = ({ channel }: Click, { identity }: Handling): Place => ({
    platform: 'slack',
    workspaceId: identity.teamId,
    channelId: channel,
  });
  const wordsFor = async ({ user }: Click, { langOf }: Handling) => SLACK_WORDS[(await langOf(user)) ?? 'en'];

  onPress(ACTIONS.excerpts, 'showing excerpts', async (click, handling) => {
    const answer = await handling.desk.recall(click.value, placeOf(click, handling));
    const messages = answer === null ? [] : renderExcerpts(answer);
    if (messages.length > 0)
      await handling.sendBeside(click.to, messages, ['ephemeral', 'response', 'direct']);
    else await handling.tell(click.to, (await wordsFor(click, handling)).noLongerKept);
  });

  onPress(ACTIONS.cite, 'citing an answer', async (click, handling) => {
    const answer = await handling.desk.recall(click.value, placeOf(click, handling));
    if (answer === null) await handling.tell(click.to, (await wordsFor(click, handling)).noLongerKept);
    else await handling.sendBeside(click.to, renderCitation(answer), ['ephemeral', 'response', 'direct']);
  });

  onPress(ACTIONS.error, 'opening the form for errors', async (click, handling) => {
    const view = errorForm(click.value, click.to, (await handling.langOf(click.user)) ?? 'en');
    await handling.call.once('views.open', { trigger_id: click.trigger, view });
  });

  onPress(ACTIONS.feedback, 'storing a rating', async (click, handling) => {
    const rating = readFeedback(click.value);
    if (rating === null) return;
    const kept = await handling.desk.rate({ ...rating, ...placeOf(click, handling), userId: click.user });
    const words = await wordsFor(click, handling);
    await handling.tell(click.to, kept ? words.thanks : words.noLongerKept);
  });

  onPress(new RegExp(`^${ACTIONS.ask}`), 'asking a suggested question', async (click, handling) => {
    await take(click, handling, { command: null, quote: click.value });
  });

  onPress(new RegExp(`^${ACTIONS.view}`), 'showing another view of a case', async (click, handling) => {
    const command = readView(click.actionId);
    if (command === null) return;
    await take(click, handling, { command, quote: quoteCommand(handling.prefix, command, click.value) });
  });

  async function take(
    click: Click,
    handling: Handling,
    said: { command: string | null; quote: string },
  ): Promise<void> {
    const [uiLang, direct] = await Promise.all([
      handling.langOf(click.user),
      handling.isDirect(click.channel),
    ]);
    const message = clickedMessage(click, placeOf(click, handling), {
      ...said,
      direct,
      since: handling.since(),
    });
    await handling.take(uiLang === undefined ? message : { ...message, uiLang });
  }
}

/** What the button says, asked by the one who pressed it, in the thread where the button is. */
function clickedMessage(
  click: Click,
  place: Place,
  {
    command,
    quote,
    since,
    direct,
  }: { command: string | null; quote: string; since: string; direct: boolean },
): IncomingMessage {
  const { id, user, team, thread, alone, to, value } = click;
  return {
    ...place,
    id,
    threadId: thread ?? id,
    userId: user,
    text: value,
    command,
    addressed: 'bot',
    // Alone with the app, nobody else sees anything anyway.
    ...(direct ? { direct } : alone ? { private: true } : {}),
    origin: writeOrigin({
      since,
      quote,
      ...(thread === null ? {} : { thread, inThread: true }),
      ...(team === undefined ? {} : { team }),
      ...(to.responseUrl === undefined ? {} : { responseUrl: to.responseUrl }),
    }),
  };
}
