/** What every platform that takes news must do with a post. For the tests of its adapter as it really is. */
import { afterEach, describe, expect, it } from 'vitest';
import type { ChatAdapter, NewsPost, Place } from '../../src/core/chat.ts';
import type { Seen } from './adapter-contract.ts';
import { digestOf, newsPost, storyReport } from './news-report-kit.ts';
import { HOSTILE_TEXT } from './sample-answers.ts';
import { SAMPLE_PICTURE } from './sample-picture.ts';

export interface SeenPost extends Seen {
  /** What the platform calls the message. */
  readonly id: string;
  /** The message that it follows up on, as a reply or in its thread; null for none. */
  readonly below: string | null;
}

/** Running adapters of one installation, and a channel. */
export interface PublishUnderTest {
  readonly to: Place;
  /** Starts another process after the ones before. */
  next(): Promise<Required<Pick<ChatAdapter, 'publish' | 'revise'>>>;
  /** The messages of the posts, oldest first. */
  seen(): Promise<readonly SeenPost[]>;
  /** Lets minutes pass, and other people talk. */
  later(): void;
  /** The next message is taken, and the answer is lost. */
  loseAnswer(): void;
  /** No message is taken after so many more, until `calm`. */
  refuseAfter(count: number): void;
  calm(): void;
  takeAway(id: string): void;
  /** Why nobody can be reached there from now on. */
  close(why: 'gone' | 'not-invited' | 'no-right'): void;
  /** When it is there, in milliseconds since 1970. */
  now(): number;
}

export function describePublishContract(name: string, start: () => Promise<PublishUnderTest>): void {
  const picturesOf = (posts: readonly SeenPost[]) => posts.flatMap(({ pictures = [] }) => pictures);
  let under: PublishUnderTest;
  let first: NewsPost;
  afterEach(() => under.calm());

  async function open() {
    under = await start();
    const adapter = await under.next();
    first = newsPost(under.now());
    return { adapter, to: under.to };
  }
  const again = (post: NewsPost): NewsPost => ({ ...post, attempt: post.attempt + 1 });

  describe(`${name} keeps the contract of news`, () => {
    it('posts a story once, whole and literally, also when the next process asks again much later', async () => {
      const { adapter, to } = await open();
      const post = { ...first, report: storyReport({ title: `Titre ${HOSTILE_TEXT}`, text: HOSTILE_TEXT }) };
      const ref = await adapter.publish(to, post);
      under.later();
      expect(await (await under.next()).publish(to, again(post))).toBe(ref);
      const [seen, ...more] = await under.seen();
      expect(more).toEqual([]);
      for (const part of ['Casebook · actualités', '<b>gras</b>', 'Le Journal de Valdoria', '@everyone'])
        expect(seen?.text).toContain(part);
      expect(seen).toMatchObject({ interpreted: false, below: null });
    });

    it('posts it once when the answer is lost, and another one beside it', async () => {
      const { adapter, to } = await open();
      under.loseAnswer();
      await adapter.publish(to, first);
      await adapter.publish(to, { ...first, mark: 'story:2' });
      expect(await under.seen()).toHaveLength(2);
    });

    it('splits a long digest, completes one that was broken off, and doubles no part of it', async () => {
      const { adapter, to } = await open();
      const digest = { ...first, report: digestOf(60), mark: 'digest:2026-01-05' };
      under.refuseAfter(1);
      await expect(adapter.publish(to, digest)).rejects.toThrow();
      expect(await under.seen()).toHaveLength(1);
      under.calm();
      under.later();
      await (await under.next()).publish(to, again(digest));
      const posts = await under.seen();
      expect(posts.length).toBeGreaterThan(1);
      const text = posts.map((seen) => seen.text).join('\n');
      for (let i = 1; i <= 60; i++) expect(text.split(`Nouvelle ${i} :`)).toHaveLength(2);
      expect(posts.some(({ interpreted }) => interpreted)).toBe(false);
    });

    it('changes a post in place, with as many parts as it then takes', async () => {
      const { adapter, to } = await open();
      const ref = await adapter.publish(to, first);
      const [before] = await under.seen();
      await adapter.revise(to, ref, { report: storyReport({ title: 'Norland dément' }) });
      expect(await under.seen()).toMatchObject([{ id: before?.id, text: expect.stringMatching('dément') }]);
      await adapter.revise(to, ref, { report: digestOf(40) });
      const long = await under.seen();
      expect(long.length).toBeGreaterThan(1);
      await (await under.next()).revise(to, ref, { report: digestOf(41) });
      expect((await under.seen()).map(({ id }) => id)).toEqual(long.map(({ id }) => id));
      expect((await under.seen()).map(({ text }) => text).join()).toContain('Nouvelle 41 :');
    });

    it('takes parts away that are needed no more', async () => {
      const { adapter, to } = await open();
      const ref = await adapter.publish(to, { ...first, report: digestOf(60) });
      await adapter.revise(to, ref, first);
      expect(await under.seen()).toMatchObject([{ text: expect.stringContaining('Lotus gris') }]);
    });

    it('leaves alone what somebody took away', async () => {
      const { adapter, to } = await open();
      const ref = await adapter.publish(to, first);
      under.takeAway((await under.seen())[0]?.id ?? '');
      await adapter.revise(to, ref, { report: digestOf(60) });
      expect(await under.seen()).toEqual([]);
    });

    it('follows up on a story where it stands, and in the channel when the story is gone', async () => {
      const { adapter, to } = await open();
      const replyTo = await adapter.publish(to, first);
      const [story] = await under.seen();
      await adapter.publish(to, { ...first, mark: 'update:1', replyTo });
      expect((await under.seen())[1]?.below).toBe(story?.id);
      const update = { ...first, mark: 'update:2', replyTo };
      await adapter.publish(to, update);
      await adapter.publish(to, again(update));
      expect(await under.seen()).toHaveLength(3);
      const gone = await adapter.publish(to, { ...first, mark: 'story:2' });
      under.takeAway((await under.seen())[3]?.id ?? '');
      await adapter.publish(to, { ...first, mark: 'update:3', replyTo: gone });
      expect((await under.seen())[3]?.below).toBeNull();
    });

    it('shows the picture of a digest with it, described, and once', async () => {
      const { adapter, to } = await open();
      const post = { ...first, report: digestOf(3), picture: SAMPLE_PICTURE };
      await adapter.publish(to, post);
      await (await under.next()).publish(to, again(post));
      const posts = await under.seen();
      expect(posts).toHaveLength(1);
      expect(picturesOf(posts)).toEqual([SAMPLE_PICTURE.alt]);
      expect(posts[0]?.text).toContain('Casebook · revue des actualités');
    });

    it.each(['gone', 'not-invited', 'no-right'] as const)('tells a place that is %s', async (why) => {
      const { adapter, to } = await open();
      const ref = await adapter.publish(to, first);
      under.close(why);
      const second = adapter.publish(to, { ...first, mark: 'story:2' });
      await expect(second).rejects.toMatchObject({
        name: 'PlaceGoneError',
        message: expect.stringMatching(new RegExp(`${to.channelId} .+`)),
      });
      if (why === 'gone') await expect(adapter.revise(to, ref, first)).rejects.toThrow(to.channelId);
    });

    it('takes a passing trouble for no more than that', async () => {
      const { adapter, to } = await open();
      under.refuseAfter(0);
      const tried = adapter.publish(to, first);
      await expect(tried).rejects.not.toMatchObject({ name: 'PlaceGoneError' });
      under.calm();
      await adapter.publish(to, again(first));
      expect(await under.seen()).toHaveLength(1);
    });
  });
}
