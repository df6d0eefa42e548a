/** Pages in the encodings of old, whether they name them or not. */
import { describe, expect, test } from 'vitest';
import { decodePage } from '../../../src/corpus/html/decode-page.ts';
import { CHINESE, encode, newsPage } from '../../support/news-pages.ts';

describe('the encoding', () => {
  test.each([
    ['<meta http-equiv="Content-Type" content="text/html; charset=gb2312">', 'gb18030'],
    ['', 'gb18030'],
  ] as const)('of a Chinese page with %j', (meta, encoding) => {
    const html = newsPage(CHINESE).replace('<title>', `${meta}<title>`);
    expect(decodePage(encode(html, encoding), null)).toContain(CHINESE.body[0]);
  });

  test('is Big5 where the bytes make sense as that alone', () => {
    const text = '政府周三表示，網路入侵是外國的人在港口做的，大使館說這不是真的，要求對方拿出證據來。';
    for (const meta of ['<meta charset="big5">', '']) {
      const html = `<html><head>${meta}</head><body><p>${text}</p></body></html>`;
      expect(decodePage(encode(html, 'big5'), null)).toContain(text);
    }
  });
});
