import { describe, expect, it } from 'vitest';
import { readFollowUpForm } from '../../src/lexicon/follow-up-form.ts';

describe('a follow-up that needs no search', () => {
  it.each([
    ['montre la source 2', 2],
    ['Peux-tu m’ouvrir la deuxième source, s’il te plaît ?', 2],
    ['lien de la source 3', 3],
    ['la dernière source', -1],
    ['sources ?', null],
    ['show me source 1', 1],
    ['open the third source please', 3],
    ['what are the sources?', null],
    ['[4]', 4],
    ['显示来源2', 2],
    ['第三个来源', 3],
    ['来源？', null],
  ])('«%s» shows a source', (text, n) => {
    expect(readFollowUpForm(text)).toEqual({ kind: 'source', n });
  });

  it.each([
    ['en anglais s’il te plaît', 'en'],
    ['Réponds en chinois', 'zh'],
    ['in French please', 'fr'],
    ['say that in English', 'en'],
    ['请用法语回答', 'fr'],
    ['用英文', 'en'],
  ])('«%s» changes the language', (text, lang) => {
    expect(readFollowUpForm(text)).toEqual({ kind: 'translate', lang });
  });

  it.each([
    ['la suite', 'more'],
    ['Tell me more.', 'more'],
    ['还有吗？', 'more'],
    ['qui le dit ?', 'who-said'],
    ['who said so?', 'who-said'],
    ['谁说的？', 'who-said'],
    ['Avec quelle certitude ?', 'how-sure'],
    ['how sure are they?', 'how-sure'],
    ['有多确定？', 'how-sure'],
  ])('«%s»', (text, kind) => {
    expect(readFollowUpForm(text)?.kind).toBe(kind);
  });

  it.each([
    'Quelle source a révélé SolarWinds ?',
    'Which source named APT31?',
    'In English, who attacked the DNC?',
    'Who said that China hacked Exchange?',
    'Qui dit que la Russie a attaqué TV5Monde ?',
    'merci',
    'plus jamais ça',
    '谁说俄罗斯攻击了Viasat？',
    '来源可靠吗？',
    '',
    'x'.repeat(500),
  ])('«%s» is none', (text) => {
    expect(readFollowUpForm(text)).toBeNull();
  });
});
