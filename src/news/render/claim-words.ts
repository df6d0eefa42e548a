/** A claim in the words of a post: kind, speaker's country, whom it is against, how sure. */
import { accusedInWords } from '../../cases/claim-line.ts';
import { REPORT_WORDS } from '../../cases/report-words.ts';
import type { ExtractedClaim } from '../../claims/extracted-claim.ts';
import type { AnswerLang } from '../../core/answer.ts';
import { countryName } from '../../core/country-name.ts';
import { LABELS } from '../../core/labels.ts';
import type { ReportLine, SectionTone } from '../../core/report.ts';
import type { KeyedClaim } from '../story/claim-key.ts';
import { speakerName } from '../story/trusted-speaker.ts';
import { NEWS_WORDS } from './news-words.ts';

export function kindWord(kind: string, lang: AnswerLang): string {
  const own: Readonly<Record<string, string>> = NEWS_WORDS[lang].kinds;
  const known: Readonly<Record<string, string>> = LABELS[lang].kind;
  return own[kind] ?? known[kind] ?? REPORT_WORDS[lang].context;
}

export function toneOf(kind: string): SectionTone {
  if (kind === 'accusation' || kind === 'self-claim') return 'accusation';
  if (kind === 'denial' || kind === 'counter-accusation' || kind === 'no-comment') return 'reply';
  if (kind === 'sanction' || kind === 'indictment' || kind === 'measure' || kind === 'advisory')
    return 'measure';
  return kind === 'retraction' || kind === 'correction' || kind === 'contest' ? 'contest' : 'plain';
}

/** «Démenti (Chine)»: what an update brings, by the key of the claim. */
export function keyInWords(key: string, lang: AnswerLang): string {
  const [kind = '', speaker = ''] = key.split('|');
  const word = kindWord(kind, lang);
  const [open, close] = lang === 'zh' ? ['（', '）'] : [' (', ')'];
  // The concept of a target has no name for readers; the quoted headline says what it is.
  return speaker === '' || kind === 'target' ? word : `${word}${open}${countryName(speaker, lang)}${close}`;
}

/** Who speaks, and against whom; the claim's own words are quoted elsewhere. */
export function claimWords(
  { kind, speaker, claim }: KeyedClaim & { readonly claim: ExtractedClaim },
  lang: AnswerLang,
): Pick<ReportLine, 'label' | 'text' | 'lang' | 'notes' | 'tone'> {
  const words = REPORT_WORDS[lang];
  const word = kindWord(kind, lang);
  const accused = accusedInWords(claim, lang);
  const { confidenceAsStated: stated } = claim;
  const country = speaker === null ? null : countryName(speaker, lang);
  const given = speakerName(claim);
  // A bare «Finland» is shown in the reader's language.
  const name = given !== null && speaker !== null && isCountryName(given, speaker) ? null : given;
  const notes: string[] = [];
  if (country !== null && name !== null) notes.push(country);
  if (stated !== null) notes.push(words.certainty(stated));
  else if (kind === 'accusation') notes.push(words.certaintyNotStated);
  return {
    label: name ?? country ?? words.nobodyNamed,
    text: accused === null ? word : `${word}${words.colon}${accused}`,
    lang,
    notes,
    tone: toneOf(kind),
  };
}

function isCountryName(name: string, code: string): boolean {
  const bare = name.toLowerCase().replace(/^(?:the|la|le|les)\s+|^l['’]/u, '');
  return (['fr', 'en', 'zh'] as const).some((lang) => countryName(code, lang).toLowerCase() === bare);
}
