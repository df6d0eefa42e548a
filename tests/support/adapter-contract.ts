/** What every platform must do with a reply. Each adapter's tests run this against the adapter as it really is. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Bot } from '../../src/bot/bot.ts';
import type { Pictures } from '../../src/bot/pictures.ts';
import { toCaseFile } from '../../src/cases/case-file.ts';
import { createCaseBook } from '../../src/cases/create-case-book.ts';
import { sidesReport } from '../../src/cases/sides-report.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { AskQuestion } from '../../src/core/ask.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { createState, type State } from '../../src/state/state.ts';
import { testBot } from './bot-kit.ts';
import { SAMPLE_CASE } from './report-kit.ts';
import { ANSWERED, eventsOf, longAnswer, REPUBLISHED, scriptedAsk, UNANSWERED } from './sample-answers.ts';
import { SAMPLE_PICTURE, SAMPLE_PICTURES } from './sample-picture.ts';

/** What a person on the platform ended up seeing, whatever the form. */
export interface Seen {
  /** Everything that was shown, as plain text: the platform's own escaping undone. */
  readonly text: string;
  /** True when the platform took anything of the text for its own markup, a mention or a link we did not store. */
  readonly interpreted: boolean;
  /** The descriptions of the pictures that were shown; absent where the platform shows none in its replies. */
  readonly pictures?: readonly string[];
}

/** A running adapter with a person in front of it. */
export interface PlatformUnderTest {
  /** Says something and waits for the whole reply. */
  say(text: string): Promise<Seen>;
  /** Says something more in the conversation of the last `say`, and waits for the whole reply to it. */
  sayNext(text: string): Promise<Seen>;
  /** Says something and goes away in the middle of the reply. */
  sayAndLeave(text: string): Promise<void>;
  /** Stops the adapter; the reply under way finishes. */
  stop(): Promise<void>;
}

/** Starts the adapter with the bot behind it. */
export type StartPlatform = (bot: Bot) => Promise<PlatformUnderTest>;

/** Another print of the first source of a look-up. */
export const PRINT = {
  sourceId: 'print',
  publisher: 'The *Lake* & River',
  date: null,
  url: 'https://lake.example/3',
};
const readRepublications = async (ids: readonly string[]) =>
  new Map(ids.slice(0, 1).map((id) => [id, [PRINT]]));

const sampleBook = createCaseBook({
  index: {
    listCases: async () => [SAMPLE_CASE.record],
    readCase: async () => SAMPLE_CASE,
    readRepublications,
  },
  lexicon: async () => loadLexicon(),
  now: () => new Date(),
});

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';

export function describeAdapterContract(name: string, startPlatform: StartPlatform): void {
  const running: { platform: PlatformUnderTest; bot: Bot; store: State }[] = [];
  afterEach(async () => {
    for (const { platform, bot, store } of running.splice(0)) {
      await platform.stop();
      await bot.stop(100);
      await store.close();
    }
  });

  async function start(ask: AskQuestion, pictures?: Pictures) {
    const store = createState({ path: ':memory:', now: Date.now });
    const drawn = pictures === undefined ? {} : { pictures };
    const bot = testBot({ ask, store, cases: sampleBook, ...drawn });
    const platform = await startPlatform(bot);
    running.push({ platform, bot, store });
    return { bot, platform };
  }

  /** Asserts that everything of the answer is there, in order. */
  function expectWhole(seen: Seen, answer: Answer): void {
    let at = 0;
    for (const { text } of answer.sentences) {
      const found = seen.text.indexOf(visible(text), at);
      expect(found, `«${text}» after position ${at}`).toBeGreaterThanOrEqual(at);
      at = found + visible(text).length;
    }
    for (const citation of answer.citations) {
      expect(seen.text).toContain(visible(citation.title));
      expect(seen.text).toContain(visible(citation.excerpt));
      if (citation.publisher !== null) expect(seen.text).toContain(citation.publisher);
      if (citation.url !== null) expect(seen.text).toContain(citation.url);
      for (const { publisher } of citation.alsoPublished ?? []) expect(seen.text).toContain(publisher);
    }
    for (const { text } of answer.notices) expect(seen.text).toContain(text);
    expect(seen.interpreted).toBe(false);
  }

  describe(`${name} keeps the adapter contract`, () => {
    it('hands the message to the bot', async () => {
      const questions: string[] = [];
      const { platform } = await start(
        scriptedAsk((question) => {
          questions.push(question);
          return ANSWERED;
        }),
      );
      await platform.say(QUESTION);
      expect(questions).toEqual([QUESTION]);
    });

    it('tells the bot what was said before in the conversation', async () => {
      const heard: (readonly string[])[] = [];
      const { platform } = await start(numberedAsk((before) => heard.push(before)));
      await platform.say(QUESTION);
      await platform.sayNext('Et que répond Norland ?');
      await platform.sayNext('la suite');
      expect(heard).toEqual([[], [QUESTION], [QUESTION, 'Et que répond Norland ?']]);
    });

    it('sums up the conversation, and takes none of what people said for markup', async () => {
      const { platform } = await start(numberedAsk(() => undefined));
      await platform.say(QUESTION);
      await platform.sayNext('Et *qui* a attaqué [le lac](https://evil.example) et `Valdoria` ?');
      const seen = await platform.sayNext('/summary --language fr ce fil');
      expect(seen.text).toContain(QUESTION);
      expect(seen.text).toContain('evil.example');
      for (const { text } of ANSWERED.sentences) expect(seen.text).toContain(text);
      for (const { title } of ANSWERED.citations) expect(seen.text).toContain(title);
      expect(seen.interpreted).toBe(false);
    });

    it('shows a streamed answer whole, in order, with every source', async () => {
      const { platform } = await start(scriptedAsk(() => ANSWERED, 2));
      const seen = await platform.say(QUESTION);
      expectWhole(seen, ANSWERED);
      for (const n of [1, 2, 3]) expect(seen.text).toMatch(new RegExp(`\\b${n}\\b`));
    });

    it('says who else printed a report that is cited', async () => {
      const { platform } = await start(scriptedAsk(() => REPUBLISHED));
      expectWhole(await platform.say(QUESTION), REPUBLISHED);
    });

    it('shows an answer that comes without any sentence before it', async () => {
      const ask: AskQuestion = async function* () {
        yield { type: 'answer', answer: ANSWERED };
      };
      const { platform } = await start(ask);
      expectWhole(await platform.say(QUESTION), ANSWERED);
    });

    it('says when the corpus does not hold the answer, and what is near', async () => {
      const { platform } = await start(scriptedAsk(() => UNANSWERED));
      const { text } = await platform.say(QUESTION);
      for (const { title, url } of UNANSWERED.nearest) {
        expect(text).toContain(title);
        expect(text).toContain(url);
      }
      for (const suggestion of UNANSWERED.suggestions) expect(text).toContain(suggestion);
      expect(text).toContain('34');
    });

    it('shows a failure with its reference', async () => {
      const { platform } = await start(scriptedAsk(() => new Error('secret cause')));
      const { text } = await platform.say(QUESTION);
      expect(text).toContain('ref-1');
      expect(text).not.toContain('secret cause');
    });

    it('keeps the sentences when the answer fails half way', async () => {
      const { platform } = await start(async function* () {
        yield* eventsOf(ANSWERED).slice(0, 3);
        throw new Error('half way');
      });
      const { text } = await platform.say(QUESTION);
      expect(text).toContain(ANSWERED.sentences[1]?.text);
      expect(text).toContain('ref-1');
    });

    it('shows a text of the bot’s own', async () => {
      const { platform } = await start(scriptedAsk(() => ANSWERED));
      expect((await platform.say('/help')).text).toContain('/sources');
    });

    it('shows a report whole, with its sources', async () => {
      const { platform } = await start(scriptedAsk(() => ANSWERED));
      const report = sidesReport(toCaseFile(SAMPLE_CASE), 'fr');
      const seen = await platform.say(`/sides --language fr ${SAMPLE_CASE.record.id}`);
      expect(seen.text).toContain(report.title);
      for (const { heading, lines } of report.sections) {
        expect(seen.text).toContain(heading);
        for (const { text, label } of lines) {
          expect(seen.text).toContain(text);
          expect(seen.text).toContain(label);
        }
      }
      for (const { title, url } of report.sources) {
        expect(seen.text).toContain(title);
        if (url !== null) expect(seen.text).toContain(url);
      }
      expect(seen.text).toContain(PRINT.publisher);
      for (const notice of report.notices) expect(seen.text).toContain(notice);
      expect(seen.interpreted).toBe(false);
    });

    it('shows the report’s picture with its description where it shows pictures, and the report all the same', async () => {
      const { platform } = await start(
        scriptedAsk(() => ANSWERED),
        SAMPLE_PICTURES,
      );
      const report = sidesReport(toCaseFile(SAMPLE_CASE), 'fr');
      const { text, interpreted, pictures } = await platform.say(
        `/timeline --language fr ${SAMPLE_CASE.record.id}`,
      );
      for (const { title } of report.sources) expect(text).toContain(title);
      expect(interpreted).toBe(false);
      if (pictures !== undefined) expect(pictures).toEqual([SAMPLE_PICTURE.alt]);
    });

    it('loses nothing of a long answer and takes none of it for markup', async () => {
      const { platform } = await start(scriptedAsk(() => longAnswer()));
      expectWhole(await platform.say(QUESTION), longAnswer());
    });

    it('survives a reader who leaves in the middle', async () => {
      const { platform } = await start(scriptedAsk(() => ANSWERED, 20));
      await platform.sayAndLeave(QUESTION);
      expectWhole(await platform.say(QUESTION), ANSWERED);
    });

    it('finishes the reply under way when it is stopped', async () => {
      const { platform } = await start(scriptedAsk(() => ANSWERED, 20));
      const seen = platform.say(QUESTION);
      await new Promise((resolve) => setTimeout(resolve, 50));
      await platform.stop();
      expectWhole(await seen, ANSWERED);
    });
  });
}

/** Gives the sample answer, under a new id each time, and tells what it heard of the conversation. */
function numberedAsk(onAsk: (before: readonly string[]) => void): AskQuestion {
  let asked = 0;
  return async function* ({ history = [] }) {
    onAsk(history.map(({ question }) => question));
    yield* eventsOf({ ...ANSWERED, id: `answer-${++asked}` });
  };
}

/** Text as a platform may show it: control characters have no place on a screen. */
function visible(text: string): string {
  // Written as a class of code points: the linter rightly distrusts control characters in patterns.
  return text.replace(/\p{Cc}/gu, (c) => (c === '\n' || c === '\t' ? c : ''));
}
