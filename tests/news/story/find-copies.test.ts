/** Copies: near-identical text, and what papers print of one wire. */
import { describe, expect, it } from 'vitest';
import { canonicalAddress } from '../../../src/news/story/canonical-address.ts';
import { agencyOf, findOriginal } from '../../../src/news/story/find-copies.ts';
import type { ReportItem } from '../../../src/news/story/place-report.ts';
import type { StoryReport } from '../../../src/news/story.ts';
import { itemOf, NO_JUDGEMENT } from '../../support/news-story-kit.ts';

function seen(item: ReportItem, copyOf: StoryReport['copyOf'] = null): StoryReport {
  return { ...item, judgement: NO_JUDGEMENT, copyOf, agency: agencyOf(item), newClaims: [] };
}

const XINHUA = itemOf({
  lang: 'zh',
  publisher: '新华社',
  title: '国家安全机关披露美国情报机构攻击气象卫星',
  teaser: '新华社北京4月20日电 国家安全机关20日披露，美国情报机构对一处气象卫星站实施网络攻击。',
});
const REPRINT = itemOf({
  lang: 'zh',
  publisher: '晚报',
  title: '美国情报机构攻击我气象卫星',
  teaser: '据新华社电，国家安全机关20日披露，美国情报机构对一处气象卫星站实施网络攻击。',
});

describe('findOriginal', () => {
  it('finds the wire behind a reprint in Chinese, by characters', () => {
    expect(agencyOf(REPRINT)).toBe('Xinhua');
    expect(findOriginal(REPRINT, 'Xinhua', [seen(XINHUA)])).toMatchObject({ itemKey: XINHUA.itemKey });
  });

  it('names the original of a copy', () => {
    const copy = itemOf({ ...XINHUA, itemKey: 'copy', publisher: '日报' });
    const reports = [seen(XINHUA), seen(copy, { feedId: XINHUA.feedId, itemKey: XINHUA.itemKey })];
    expect(findOriginal(REPRINT, 'Xinhua', reports.toReversed())).toMatchObject({ itemKey: XINHUA.itemKey });
  });

  it('takes two texts of an agency for two', () => {
    const other = itemOf({
      lang: 'zh',
      publisher: '新华社',
      title: '外交部回应加拿大指控',
      teaser: '新华社北京4月20日电 外交部发言人20日表示，加方所谓黑客攻击的说法毫无根据。',
    });
    expect(findOriginal(other, 'Xinhua', [seen(XINHUA)])).toBeNull();
  });

  it('takes a short headline for nobody’s copy', () => {
    const short = itemOf({ title: 'Cyberattack: what we know' });
    expect(findOriginal(itemOf({ title: 'Cyberattack: what we know' }), null, [seen(short)])).toBeNull();
  });
});

describe('agencyOf', () => {
  it('reads no agency into the name of a group', () => {
    const item = itemOf({ lang: 'zh', title: '法国指责APT28攻击电信运营商', publisher: '晚报' });
    expect(agencyOf(item)).toBeNull();
  });
});

describe('canonicalAddress', () => {
  it('drops what says where a reader came from', () => {
    const plain = canonicalAddress('https://news.example/a/b');
    expect(canonicalAddress('http://www.news.example/a/b/?utm_source=x&xtor=1#top')).toBe(plain);
    expect(canonicalAddress('https://news.example/a/b?id=2')).not.toBe(plain);
  });

  it('tells no article by a front page or by what is no address', () => {
    expect(canonicalAddress('https://news.example/')).toBeNull();
    expect(canonicalAddress('javascript:alert(1)')).toBeNull();
    expect(canonicalAddress('no address')).toBeNull();
    expect(canonicalAddress(null)).toBeNull();
  });
});
