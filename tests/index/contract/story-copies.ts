/** Prints of one report in several publications: they are told apart from others, and a search gives one of them. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { Source, SourceDocument } from '../../../src/core/source.ts';
import type { IndexClient } from '../../../src/index/index-ports.ts';
import { makeDocument } from '../../support/corpus-kit.ts';
import { plainLexicon } from '../index-kit.ts';
import type { IndexPlaces } from './index-places.ts';

export function describeCopies(places: IndexPlaces): void {
  const WIRE = [
    'The ministry of transport of Velmar accused the group Copper Heron on Tuesday of breaking into the control system of its harbour.',
    'Cranes stood still for nine hours, and forty ships waited outside the port until the following morning.',
    'The embassy of Doria rejected the accusation and asked for evidence to be handed to a joint commission.',
    'Insurers put the losses at four million, a figure that the operators of the terminal did not want to confirm.',
  ];
  const CHINESE = [
    '维尔马交通部周二指责铜鹭组织入侵该国最大港口的控制系统，造成起重机停运九个小时，四十艘船只在港外等候。',
    '多里亚大使馆否认上述指责，并要求将证据提交给一个联合调查委员会。保险公司估计损失约为四百万。',
  ];

  let folder: string;
  let index: IndexClient;
  beforeEach(async () => {
    folder = await places.newPlace();
    index = await places.open(folder);
  });

  function printed(
    id: string,
    publisher: string | null,
    text: string,
    more: Partial<Source> & { lang?: string } = {},
  ) {
    const document = makeDocument({ id, text, title: `Title of ${id}`, lang: more.lang ?? 'en' });
    return { ...document, source: { ...document.source, publisher, ...more } };
  }
  const put = (root: string, ...documents: SourceDocument[]) => index.put(root, 'ingested', documents);
  async function found(text = 'Velmar harbour Copper Heron cranes', lang = 'en'): Promise<string[]> {
    const hits = await index.search({ text, k: 20, lang });
    return [...new Set(hits.map(({ source }) => source.id))].sort();
  }

  const gazette = printed('gazette', 'The Harbour Gazette', WIRE.join(' '));
  const mail = printed('mail', 'Velmar Mail', `Dockers are angry. ${WIRE.slice(0, 3).join(' ')}`);
  const courier = printed(
    'courier',
    'Doria Courier',
    `${WIRE.join(' ')} The courier could reach nobody at the ministry.`,
  );
  const own = printed(
    'own',
    'The Lake Times',
    'Copper Heron, says Velmar, has been inside the harbour since spring. Engineers told this paper that cranes were tried out at night. A former minister warned of that a year ago, and nobody in the ministry listened to what he said then.',
  );

  describe('a report that several papers print', () => {
    it('is found once, beside what another paper wrote itself', async () => {
      await put('/a', gazette, own);
      await put('/b', mail);
      await put('/c', courier);
      const ids = await found();
      expect(ids).toContain('own');
      expect(ids.filter((id) => id !== 'own')).toHaveLength(1);
      // Each stays a source of its own.
      expect(
        (await index.readSources(['gazette', 'mail', 'courier'])).map(({ source }) => source.publisher),
      ).toEqual(['The Harbour Gazette', 'Velmar Mail', 'Doria Courier']);
    });

    it('in Chinese likewise', async () => {
      const text = CHINESE.join('');
      await put('/a', printed('daily', '河畔日报', text, { lang: 'zh', textLang: 'zh' }));
      await put(
        '/b',
        printed('evening', '湖滨晚报', `${text}记者未能联系到部长。`, { lang: 'zh', textLang: 'zh' }),
      );
      expect(await found('维尔马 港口 铜鹭', 'zh')).toHaveLength(1);
    });

    it('is found once still when the paper that came first has corrected it', async () => {
      await put('/a', gazette);
      await put('/b', mail);
      await put('/c', courier);
      await put('/a', printed('gazette', 'The Harbour Gazette', `${WIRE.join(' ')} This was corrected.`));
      expect(await found()).toHaveLength(1);
      await put('/a', { ...printed('gazette', 'The Harbour Gazette', own.text) });
      expect(await found()).toHaveLength(2);
      expect(await found()).toContain('gazette');
    });

    it('is found still when the one that came first is gone, and apart when a print becomes another text', async () => {
      await put('/a', gazette);
      await put('/b', mail);
      await put('/c', courier);
      await index.remove('/a', ['gazette']);
      expect(await found()).toHaveLength(1);
      await put('/b', {
        ...own,
        source: { ...own.source, id: 'mail' },
        passages: own.passages.map((one, i) => ({ ...one, id: `mail#${i}`, sourceId: 'mail' })),
      });
      expect(await found()).toEqual(['courier', 'mail']);
      expect(await index.check()).toEqual([]);
    });
  });

  describe('who else printed a report', () => {
    const publishers = async (id: string, scope?: string) =>
      (await index.readRepublications([id], scope)).get(id)?.map(({ publisher }) => publisher);

    it('is told from each print, the oldest first, with where it stands', async () => {
      await put('/a', { ...gazette, source: { ...gazette.source, publishedAt: '2031-04-03' } }, own);
      await put('/b', { ...mail, source: { ...mail.source, publishedAt: '2031-04-01' } });
      await put('/c', { ...courier, source: { ...courier.source, publishedAt: null, url: null } });
      const told = await index.readRepublications(['gazette', 'courier', 'own', 'nothing', 'gazette']);
      expect([...told.keys()].sort()).toEqual(['courier', 'gazette']);
      expect(told.get('gazette')).toEqual([
        { sourceId: 'mail', publisher: 'Velmar Mail', date: '2031-04-01', url: mail.source.url },
        { sourceId: 'courier', publisher: 'Doria Courier', date: null, url: null },
      ]);
      expect(await publishers('courier')).toEqual(['Velmar Mail', 'The Harbour Gazette']);
      expect(await index.readRepublications([])).toEqual(new Map());
    });

    it('is a publisher once, however he writes his name, and never the source’s own', async () => {
      const ofCourier = (id: string, publisher: string | null, end: string) =>
        printed(id, publisher, `${WIRE.join(' ')} ${end}`);
      await put('/a', gazette, courier);
      await put('/b', ofCourier('late', 'DORIA COURIER', 'The courier has asked the ministry again.'));
      await put('/c', ofCourier('nobody', null, 'Nobody says who prints this.'));
      expect(await publishers('gazette')).toEqual(['Doria Courier']);
      expect(await publishers('late')).toEqual(['The Harbour Gazette']);
    });

    it('leaves out what was withdrawn, and what another workspace keeps for itself', async () => {
      await put('/a', gazette);
      await put('/b', mail);
      await put('/c', { ...courier, source: { ...courier.source, scope: 'slack:T1' } });
      expect(await publishers('gazette')).toEqual(['Velmar Mail']);
      expect(await publishers('gazette', 'slack:T2')).toEqual(['Velmar Mail']);
      expect(await publishers('gazette', 'slack:T1')).toEqual(['Doria Courier', 'Velmar Mail']);
      await index.setStanding('mail', { status: 'withdrawn', date: null, note: null });
      expect(await publishers('gazette')).toBeUndefined();
    });
  });

  it('texts of one publisher that are alike, digests and short ones are not taken for copies', async () => {
    await put(
      '/a',
      gazette,
      printed('again', 'The Harbour Gazette', `${WIRE.slice(0, 3).join(' ')} More follows.`),
    );
    expect(await found()).toEqual(['again', 'gazette']);
    await put('/b', printed('digest', 'Velmar Mail', WIRE.join(' '), { textKind: 'digest' }));
    expect(await found()).toContain('digest');
    const short = 'Velmar accuses Copper Heron of the harbour intrusion.';
    await put('/c', printed('short-a', 'Paper A', short), printed('short-b', 'Paper B', short));
    expect(await found()).toEqual(['again', 'digest', 'gazette', 'short-a', 'short-b']);
  });

  it('the same text under the same title is one, whoever published it', async () => {
    const twice = ['first', 'second'].map((id) => {
      const document = printed(id, null, WIRE.join(' '));
      return { ...document, source: { ...document.source, title: 'Harbour intrusion' } };
    });
    await put('/a', ...twice);
    expect(await found()).toHaveLength(1);
  });

  it('is found once in an index too that was made before copies were noted', async () => {
    await put('/a', gazette, own);
    await put('/b', mail);
    const before = await found();
    await index.close();
    await places.forgetCopies(folder);
    index = await places.open(folder, { lexicon: plainLexicon('newer') });
    expect(await found()).toEqual(before);
    await put('/c', courier);
    expect(await found()).toHaveLength(2);
    expect(await index.check()).toEqual([]);
  });
}
