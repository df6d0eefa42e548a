/** Case files: every problem with its line, and documents whose offsets are true. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/core/located-problem.ts';
import { parseCaseFile } from '../../src/corpus/case-file.ts';
import { renderFootnotes, rewriteFootnotes } from '../../src/corpus/case-footnotes.ts';
import { isCaseFile } from '../../src/corpus/split-front-matter.ts';
import { CASE_ID, CASE_TEXT } from './case-kit.ts';

function parsed(text = CASE_TEXT) {
  const result = parseCaseFile(text, CASE_ID, 'hash');
  if (!result.ok)
    throw new Error(result.problems.map((problem) => formatProblem('x.md', problem)).join('\n'));
  return result;
}

function problems(text: string, caseId = CASE_ID): string[] {
  const result = parseCaseFile(text, caseId, 'hash');
  return result.ok ? [] : result.problems.map((problem) => formatProblem('x.md', problem));
}

/** The problems after replacing a part of the sound file, which must be in it. */
function after(part: string, replacement: string): string[] {
  if (!CASE_TEXT.includes(part)) throw new Error(`not in the file: ${part}`);
  return problems(CASE_TEXT.replace(part, replacement));
}

describe('parseCaseFile', () => {
  it('gives the case record with full source ids', () => {
    expect(parsed().record).toMatchObject({
      id: CASE_ID,
      title: { fr: 'Intrusion au port de Velmar', en: 'Velmar port intrusion' },
      victims: ['port de Velmar'],
      period: 'depuis 2030',
      claims: [
        {
          kind: 'accusation',
          against: { actor: 'Copper Heron', aliases: [], state: 'CN' },
          sourceId: `${CASE_ID}/s1`,
        },
        {
          kind: 'denial',
          against: null,
          basis: [],
          speakerCountry: null,
          eventDate: null,
          sourceId: `${CASE_ID}/s3`,
        },
      ],
    });
  });

  it('says what became of a publication, and of nothing else', () => {
    const standings = (extra: string) => {
      const text = CASE_TEXT.replace(/(\n {2}- id: s1\n)/, `$1    ${extra}\n`);
      if (text === CASE_TEXT) throw new Error('the source was not found');
      const result = parseCaseFile(text, CASE_ID, 'hash');
      return result.ok
        ? result.documents.map(({ source }) => source.standing)
        : result.problems.map((problem) => problem.message);
    };
    expect(standings('corrected: 2031-05')).toEqual([
      { status: 'corrected', date: '2031-05', note: null },
      undefined,
      undefined,
    ]);
    expect(standings('withdrawn: 2031-05-04\n    note: The figure was wrong.')[0]).toEqual({
      status: 'withdrawn',
      date: '2031-05-04',
      note: 'The figure was wrong.',
    });
    expect(standings('note: alone')[0]).toMatch(/^sources\[0\].note: .*give the day/);
    expect(standings('corrected: 2031\n    withdrawn: 2032')[0]).toMatch(/keep the one that holds/);
    expect(standings('corrected: soon')[0]).toMatch(/corrected/);
  });

  it('stores for each source its own sentences, with a break where the prose has one', () => {
    const [s1, s2, s3] = parsed().documents;
    expect(s1?.text).toBe(
      'Le ministère accuse Copper Heron. Les grues sont restées immobiles neuf heures. M. Novak, du port, parle d’une longue campagne. Le trafic a repris le lendemain.\n\nL’ambassade nie toute implication.',
    );
    expect(s2?.text).toBe('Le ministère accuse Copper Heron. Le port a changé ses mots de passe.');
    expect(s3?.source).toEqual({
      id: `${CASE_ID}/s3`,
      title: 'Embassy reply',
      titleIsDescriptive: false,
      publisher: 'The Courier',
      publishedAt: '2031-04',
      url: 'https://courier.example/reply',
      lang: 'en',
      textLang: 'fr',
      textKind: 'digest',
      authority: 'media',
      kind: 'response',
      caseIds: [CASE_ID],
      scope: 'global',
      reviewed: true,
      contentHash: 'hash',
    });
  });

  it('indexes a shared sentence once, where its first footnote points, and says where else it stands', () => {
    const { documents } = parsed();
    const passages = documents.flatMap((document) => document.passages);
    expect(passages.map(({ id, text }) => [id, text])).toEqual([
      [
        `${CASE_ID}/s1#0`,
        'Le ministère accuse Copper Heron. Les grues sont restées immobiles neuf heures. M. Novak, du port, parle d’une longue campagne.',
      ],
      [`${CASE_ID}/s1#1`, 'Le trafic a repris le lendemain.'],
      [`${CASE_ID}/s2#0`, 'Le port a changé ses mots de passe.'],
      [`${CASE_ID}/s3#0`, 'L’ambassade nie toute implication.'],
    ]);
    const texts = new Map(documents.map(({ source, text }) => [source.id, text]));
    for (const { sourceId, text, start, end, alsoIn, context } of passages) {
      expect(texts.get(sourceId)?.slice(start, end)).toBe(text);
      expect(context).toContain('Intrusion au port de Velmar · Velmar port intrusion · ');
      for (const shared of alsoIn) {
        const words = texts.get(sourceId)?.slice(shared.start, shared.end);
        expect(
          texts.get(shared.sourceId)?.slice(shared.otherStart, shared.otherStart + (words?.length ?? 0)),
        ).toBe(words);
      }
    }
    expect(passages.map(({ alsoIn }) => alsoIn.map(({ sourceId }) => sourceId))).toEqual([
      [`${CASE_ID}/s2`],
      [],
      [],
      [`${CASE_ID}/s1`],
    ]);
  });

  it('reads a file with Windows line ends alike', () => {
    expect(parsed(CASE_TEXT.replaceAll('\n', '\r\n'))).toEqual(parsed());
  });
});

describe('problems', () => {
  it.each([
    ['source: s3', 'source: s9', 'x.md:22: claims[1].source: s9 is not one of the sources'],
    ['kind: denial', 'kind: refusal', /^x\.md:19: claims\[1\]\.kind: .*expected one of "accusation"/],
    [
      'speakerCountry: CZ',
      'speakerCountry: UK',
      'x.md:11: claims[0].speakerCountry: UK is not a country code: write GB',
    ],
    [
      'speakerCountry: CZ',
      'speakerCountry: QQ',
      /^x\.md:11: claims\[0\]\.speakerCountry: QQ is not a country code/,
    ],
    ['state: CN}', 'state: China}', /^x\.md:13: claims\[0\]\.against\.state: China is not a country code/],
    [
      '    against: {actor: Copper Heron, aliases: [], state: CN}\n',
      '',
      /^x\.md:9: claims\[0\]\.against: is missing/,
    ],
    ['    basis: [technical]\n', '', /^x\.md:9: claims\[0\]\.basis: is missing/],
    ['eventDate: "2031-04-02"', 'eventDate: 2 April', /^x\.md:16: claims\[0\]\.eventDate: must be a date/],
    ['eventDate: "2031-04-02"', 'eventDate: 2031-02-30', /^x\.md:16: claims\[0\]\.eventDate: must be a date/],
    ['    speaker: Ambassade\n', '', 'x.md:19: claims[1].speaker: is missing'],
    ['period: depuis', 'perriod: depuis', 'x.md:7: perriod: is not a known key'],
    [`id: ${CASE_ID}`, 'id: another-case', `x.md:2: id: another-case is not the file's name, ${CASE_ID}`],
    [
      'https://gazette.example/velmar',
      'javascript:alert(1)',
      /^x\.md:28: sources\[0\]\.url: must be an http or https address/,
    ],
    ['id: s2, title', 'id: s1, title', /^x\.md:32: sources\[1\]\.id: s1 is used twice/],
    ['authority: government}', 'authority: blog}', /^x\.md:32: sources\[1\]\.authority: /],
    ['lang: fr\ntitle', 'lang: french\ntitle', /^x\.md:3: lang: must be a language code/],
    ['title: {fr:', 'title: {fr: [', /^x\.md:4: not valid YAML: /],
    ['victims:\n  - port de Velmar', 'victims: []', /^x\.md:5: victims: must name at least one victim/],
    [
      'immobiles neuf heures.[^s1]',
      'immobiles neuf heures.',
      /^x\.md:37: "Les grues .*" has no footnote of its own$/,
    ],
    [
      'mots de passe.[^s2]',
      'mots de passe.',
      /^x\.md:39: "Le port a changé ses mots de passe\." has no footnote: add/,
    ],
    [
      'implication.[^s3][^s1]',
      'implication[^s3][^s1].',
      /^x\.md:43: "L’ambassade nie toute implication" must end/,
    ],
    ['mots de passe.[^s2]', 'mots de passe.[^s7]', 'x.md:39: the footnote [^s7] is not one of the sources'],
    [
      'Copper Heron.[^s1][^s2]',
      'Copper Heron.[^s1][^s1]',
      'x.md:37: the footnote [^s1] stands twice at one sentence',
    ],
    ['implication.[^s3]', 'implication.', /^x\.md:33: sources\[2\]: no sentence has the footnote \[\^s3\]/],
    ['Le port a changé', 'Le **port** a changé', /^x\.md:39: the prose holds Markdown/],
    [
      'Velmar accuse »',
      'Velmar »',
      /^x\.md:45: the footnote definitions are not .*`npm run corpus:check -- --fix`$/,
    ],
  ])('%#: «%s» → «%s»', (part, replacement, expected) => {
    const found = after(part, replacement);
    expect(found).toContainEqual(typeof expected === 'string' ? expected : expect.stringMatching(expected));
  });

  it('tells all problems of a file at once, in the order of lines', () => {
    const broken = CASE_TEXT.replace('kind: denial', 'kind: refusal')
      .replace('source: s3', 'source: s9')
      .replace('mots de passe.[^s2]', 'mots de passe.')
      .replace('lang: en', 'lang: english');
    const lines = problems(broken).map((problem) => Number(problem.split(':')[1]));
    expect(lines).toEqual([19, 22, 33, 39]);
  });

  it('asks for front matter where there is none', () => {
    expect(problems('Some text.')).toEqual([expect.stringMatching(/^x\.md:1: the front matter is missing/)]);
  });

  it('never crashes: any change gives problems with lines of the file, or a sound case', () => {
    const change = fc.record({
      at: fc.nat(CASE_TEXT.length),
      remove: fc.nat(40),
      insert: fc.oneof(
        fc.constantFrom(
          '',
          '\n',
          ' ',
          '---\n',
          '[^s1]',
          '.',
          '"',
          '&a [*a]',
          '<<: *b',
          '__proto__: {x: 1}',
          '[',
          '{',
          '\t',
          '- ',
          ': ',
          '\u0000',
          '😀',
        ),
        fc.string({ unit: 'binary', maxLength: 6 }),
      ),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const text = changes.reduce(
          (file, { at, remove, insert }) => file.slice(0, at) + insert + file.slice(at + remove),
          CASE_TEXT,
        );
        const result = parseCaseFile(text, CASE_ID, 'hash');
        const lineCount = text.split(/\r\n?|\n/).length;
        if (!result.ok) {
          expect(result.problems.length).toBeGreaterThan(0);
          for (const { line, message } of result.problems) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(lineCount + 1);
            expect(message).toMatch(/^.+$/u);
          }
        } else {
          for (const document of result.documents)
            for (const { text: words, start, end } of document.passages)
              expect(document.text.slice(start, end)).toBe(words);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('does not hang on aliases that multiply', () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((key, i) => `${key}: &${key} [${Array(9).fill(`*${'abcdefgh'[i]}`).join(',')}]`)
      .join('\n')}\n`;
    expect(problems(CASE_TEXT.replace('lang: fr\n', `lang: fr\n${bomb}`)).length).toBeGreaterThan(0);
  });
});

describe('footnotes', () => {
  const source = {
    id: 's1',
    title: 'A *bold* [claim]',
    titleIsDescriptive: true,
    publisher: 'P',
    date: null,
    url: null,
  };

  it('are made from the sources, with their Markdown signs disarmed', () => {
    expect(
      renderFootnotes([
        source,
        { ...source, id: 's2', titleIsDescriptive: false, url: 'https://a.example/' },
      ]),
    ).toBe(
      '[^s1]: P, A \\*bold\\* \\[claim\\].\n[^s2]: P, « A \\*bold\\* \\[claim\\] ». <https://a.example/>',
    );
  });

  it('are rewritten once and for all', () => {
    const stale = CASE_TEXT.replace('Velmar accuse »', 'Velmar »');
    const result = parseCaseFile(stale, CASE_ID, '');
    const fixable = result.ok ? null : result.fixableWith;
    expect(fixable).not.toBeNull();
    expect(rewriteFootnotes(stale, fixable ?? [])).toBe(CASE_TEXT);
    expect(rewriteFootnotes(CASE_TEXT, fixable ?? [])).toBe(CASE_TEXT);
  });

  it('cannot be fixed while anything else is wrong', () => {
    const result = parseCaseFile(
      CASE_TEXT.replace('Velmar accuse »', 'V »').replace('kind: denial', 'kind: x'),
      CASE_ID,
      '',
    );
    expect(result).toMatchObject({ ok: false, fixableWith: null });
  });
});

describe('isCaseFile', () => {
  it('tells a case from an article with front matter and from a ruled line', () => {
    expect(isCaseFile(CASE_TEXT)).toBe(true);
    expect(isCaseFile(CASE_TEXT.replace('claims:', 'claimss:'))).toBe(true);
    expect(isCaseFile('---\ntitle: An article\n---\nText.')).toBe(false);
    expect(isCaseFile('---\nOnly a line.\n---\n')).toBe(false);
  });
});
