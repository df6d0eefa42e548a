/** Who speaks in a sentence. */
import { fold } from '../lexicon/fold.ts';
import type { Analysis } from '../lexicon/lexicon.ts';
import type { Token } from '../lexicon/tokenize.ts';

/** Verbs that report what somebody said, by Snowball stem. */
const SPEECH: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: stems(`déclar dit dis indiqu précis ajout affirm annonc soulign estim jug consider dénonc accus ni niant dément
    réfut rejet protest réag repond répondu répond condamn exhort appel demand qualifi évoqu poursuiv poursuivi conclu
    expliqu assur reconnu reconnaît confirm rappel reproch critiqu regrett crain avert exprim promet promi fustig invit
    imput attribu désign pens cro salu lanc écrit écriv martel insist rapport not observ plaid préven signal disent
    constat conclur soutien soutenu reclam réclam prévenu rétorqu convoqu sanction inculp oppos`),
  en: stems(`say said say state declar add affirm announc stress underlin estim consid denounc accus deni reject refut
    protest react respond repli answer condemn urg call ask demand describ evok continu conclud explain assur
    acknowledg confirm recal criticis critic regret fear warn express promis slam invit blame attribut designat think
    believ welcom wrote write insist report note observ dismiss tell told claim alleg assess find found oppos brand
    summon sanction charg indict`),
};
const CHINESE_SPEECH =
  /(?:表示|指出|强调|強調|称|稱|说|說|回应|回應|谴责|譴責|指责|指責|否认|否認|呼吁|呼籲|要求|批评|批評|认为|認為|宣布|声明|聲明|指控|驳斥|反驳|敦促|警告)/u;
/** «According to X»: what follows up to the comma speaks. */
const ACCORDING =
  /(?:^|[\s(«"“,;])(?:selon|d['’]apr[eè]s|pour|according to|in the view of|据|根据|對於|对于)\s*/giu;
/** Words that stand for a speaker named before. */
const PRONOUN =
  /(?:^|[\s-])(?:il|elle|ils|elles|lui|celui-ci|celle-ci|ce dernier|cette derni[eè]re|he|she|they|him|her)(?:$|[\s,.-])|他|她/iu;
/** How many tokens around the verb may belong to the speaker. */
const REACH = 22;

export interface Speech {
  /** Offsets of the words that name the speaker, in UTF-16 code units of the sentence. */
  readonly spans: readonly { readonly start: number; readonly end: number }[];
  /** True when the sentence reports somebody's words without naming who: a pronoun, «le porte-parole». */
  readonly pronoun: boolean;
}

function stems(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).map(fold));
}

/** Finds the words that name who says what the sentence reports. */
export function findSpeech({ text, lang, tokens }: Analysis): Speech {
  const spans: { start: number; end: number }[] = [];
  for (const match of text.matchAll(ACCORDING)) {
    const start = match.index + match[0].length;
    const rest = text.slice(start);
    const comma = rest.search(/[,，、:：«]|\s(?:que|qu['’]|that)\s/u);
    const end = start + (comma === -1 ? Math.min(rest.length, 90) : comma);
    // «Pour»/«for» opens many things; as «in the eyes of» it stands first in its sentence.
    const weak = /pour/iu.test(match[0]);
    if (weak && (match.index > 1 || end - start > 60)) continue;
    if (end > start) spans.push({ start, end });
  }
  const verbs = SPEECH[lang];
  if (verbs !== undefined)
    for (const [i, token] of tokens.entries())
      if (verbs.has(token.stem) && !insideQuotation(text, token.start))
        spans.push(...around(text, tokens, i));
  const chinese = lang === 'zh' ? CHINESE_SPEECH.exec(text) : null;
  if (chinese !== null) spans.push({ start: 0, end: chinese.index });
  const pronoun = spans.some(({ start, end }) => PRONOUN.test(text.slice(start, end)));
  return { spans: spans.filter(({ start, end }) => end > start), pronoun };
}

/** The clause before the verb and, where the verb follows a quotation («…», a déclaré X), the words after it. */
function around(text: string, tokens: readonly Token[], verb: number): { start: number; end: number }[] {
  const token = tokens[verb];
  if (token === undefined) return [];
  const after = tokens[Math.min(tokens.length - 1, verb + REACH)];
  const before = tokens[Math.max(0, verb - REACH)];
  const left = text.slice(before?.start ?? 0, token.start);
  const border = Math.max(
    ...['»', '”', '"', ';', ' que ', ' qu’', " qu'", ' that '].map((mark) => left.lastIndexOf(mark)),
  );
  const beforeSpan = { start: token.start - (left.length - border - 1), end: token.start };
  const inverted =
    /[»”"],?\s*(?:\S+\s+){0,3}$/u.test(left) ||
    /,\s*(?:a|ont|avait|avaient|has|had)?\s*(?:-t-(?:il|elle))?\s*$/u.test(left);
  const right = text.slice(token.end, after?.end ?? text.length);
  const stop = right.search(
    /[.;«“"(]|,\s(?:qui|que|dont|qui|en|lors|dans|and|who|which)\b|\s(?:que|qu['’]|that)(?:\s|$)/u,
  );
  const afterSpan = { start: token.end, end: token.end + (stop === -1 ? right.length : stop) };
  return inverted ? [beforeSpan, afterSpan] : [beforeSpan];
}

function insideQuotation(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const opened = (before.match(/[«“]/gu)?.length ?? 0) - (before.match(/[»”]/gu)?.length ?? 0);
  return opened > 0 || (before.match(/"/gu)?.length ?? 0) % 2 === 1;
}
