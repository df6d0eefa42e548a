/** Dates of what was said: only what the sentence and the publication's own date tell. */
import { expect, test } from 'vitest';
import { eventDate } from '../../src/claims/event-date.ts';

test.each([
  ['On 3 May 2031 Latvia accused Belarus.', 'accused', null, '2031-05-03'],
  ['Le 3 mai 2031, la Lettonie a accusé la Biélorussie.', 'accusé', null, '2031-05-03'],
  ['2031年5月3日，拉脱维亚指责白俄罗斯。', '指责', null, '2031-05-03'],
  ['In May 2031 Latvia accused Belarus.', 'accused', null, '2031-05'],
  ['Latvia accused Belarus in 2031.', 'accused', null, '2031'],
  // Without a year, or by weekday: against the day of publication, or not at all
  ['Le 3 mai, la Lettonie a accusé la Biélorussie.', 'accusé', '2031-05-04', '2031-05-03'],
  ['Le 30 décembre, la Lettonie a accusé la Biélorussie.', 'accusé', '2031-01-02', '2030-12-30'],
  ['Le 3 mai, la Lettonie a accusé la Biélorussie.', 'accusé', null, null],
  ['Lundi, la Lettonie a accusé la Biélorussie.', 'accusé', '2031-05-07', '2031-05-05'],
  ['Lundi, la Lettonie a accusé la Biélorussie.', 'accusé', '2031-05', null],
  ['Yesterday Latvia accused Belarus.', 'accused', '2031-05-01', '2031-04-30'],
  ['拉脱维亚昨天指责白俄罗斯。', '指责', '2031-05-01', '2031-04-30'],
  // Dates of other things
  ['Latvia accused Belarus of attacks since 2029.', 'accused', null, null],
  ['On 31 June 2031 Latvia accused Belarus.', 'accused', null, null],
])('%s', (text, verb, published, expected) => {
  expect(eventDate(text, text.indexOf(verb), published)).toBe(expected);
});
