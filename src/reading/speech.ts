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
    constat conclur soutien soutenu reclam réclam prévenu rétorqu répliqu convoqu sanction inculp oppos`),
  en: stems(`say said say state declar add ad affirm announc stress underlin estim consid denounc accus deni reject refut
    protest react respond repli answer condemn urg call ask demand describ evok continu conclud explain assur
    acknowledg confirm recal criticis critic regret fear warn express promis slam invit blame attribut designat think
    believ welcom wrote write insist report note observ dismiss tell told claim alleg assess find found oppos brand
    summon sanction charg indict`),
};
const CHINESE_SPEECH =
  /(?:表示|指出|强调|強調|称|稱|说|說|回应|回應|谴责|譴責|指责|指責|否认|否認|呼吁|呼籲|要求|批评|批評|认为|認為|宣布|声明|聲明|指控|驳斥|反驳|敦促|警告)/u;
/** «According to X»: what follows up to the comma speaks. */
const ACCORDING =
  /(?:^|[\s(«"“,;])(?:selon(?!\s+(?:le|la|les)quel)|d['’]apr[eè]s|pour|according to|in the view of|据|根据|對於|对于)\s*/giu;
/** Words that stand for a speaker named before. */
const PRONOUN =
  /(?:^|[\s-])(?:il|elle|ils|elles|lui|celui-ci|celle-ci|ce dernier|cette derni[eè]re|he|she|they|him|her)(?:$|[\s,.-])|他|她/iu;
/** How many tokens around the verb may belong to the speaker. */
const REACH = 22;

export interface Speech {
  /** Offsets of the words that name the speaker, in UTF-16 code units of the sentence. */
  readonly spans: readonly Stretch[];
  /** True when the sentence reports somebody's words without naming who: a pronoun, «le porte-parole». */
  readonly pronoun: boolean;
}

function stems(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).map(fold));
}

/**
 * Finds the words that name who says what the sentence reports. «Selon X» goes before all else, then whoever stands
 * behind what was said («…», a déclaré X), then the subject of the first verb of saying; who accuses or asks in a
 * subordinate clause is not the one who speaks.
 */
export function findSpeech({ text, lang, tokens }: Analysis): Speech {
  const according = findAccording(text);
  const behind: Stretch[] = [];
  const before: Stretch[] = [];
  const verbs = SPEECH[lang];
  if (verbs !== undefined)
    for (const [i, token] of tokens.entries()) {
      if (!verbs.has(token.stem) || isNoun(tokens[i - 1], lang) || insideQuotation(text, token.start))
        continue;
      const span = around(text, tokens, i);
      if (span === null || RELATIVE.test(text.slice(span.start, span.end))) continue;
      const isBehind = span.start > token.start;
      // «Pékin a nié, *qualifiant les allégations* de …»: what stands behind a participle is its object.
      if (isBehind && PARTICIPLE.test(token.folded)) continue;
      (isBehind ? behind : before).push(span);
    }
  const chinese = lang === 'zh' ? CHINESE_SPEECH.exec(text) : null;
  if (chinese !== null) before.push({ start: 0, end: chinese.index });
  const spans = [...according, ...behind, ...before.slice(0, 1)].filter(({ start, end }) => end > start);
  const pronoun = spans.some(({ start, end }) => PRONOUN.test(text.slice(start, end)));
  return { spans: spans.slice(0, 1), pronoun };
}

const PARTICIPLE = /(?:ant|ing)$/u;

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A clause that hangs on another. */
const RELATIVE = /^[\s,]*(?:dont|qui|que|qu['’]|où|which|who|whom|that)\b/iu;

function findAccording(text: string): Stretch[] {
  const found: Stretch[] = [];
  for (const match of text.matchAll(ACCORDING)) {
    const start = match.index + match[0].length;
    const rest = text.slice(start);
    const comma = rest.search(/[,，、:：«]|\s(?:que|qu['’]|that)\s/u);
    const end = start + (comma === -1 ? Math.min(rest.length, 90) : comma);
    // «Pour»/«for» opens many things; as «in the eyes of» it stands first in its sentence.
    const weak = /pour/iu.test(match[0]);
    if (weak && (match.index > 1 || end - start > 60)) continue;
    if (end > start) found.push({ start, end });
  }
  return found;
}

/** Behind these a word of the list is a noun or an infinitive: «son rapport», «les accusations», «de répéter». */
const BEFORE_NOUN: Readonly<Record<string, ReadonlySet<string>>> = {
  fr: new Set(
    'le la les l un une des du de d ces cette ce cet son sa ses leur leurs aux au nos pour dans sans par'.split(
      ' ',
    ),
  ),
  en: new Set('the a an of its his her their to for'.split(' ')),
};

function isNoun(before: Token | undefined, lang: string): boolean {
  return before !== undefined && (BEFORE_NOUN[lang]?.has(before.folded) ?? false);
}

/** Nouns that end as adverbs do: «le gouvernement accuse», "Italy denied". */
const NO_ADVERB =
  '(?:gouverne|parle|départe|mouve|commande|établisse|régi|docu|juge|govern|parlia|depart|move|manage|regi|state)ment|(?:ita|sici|assemb|fami|al)ly';
/** Auxiliaries and adverbs between a subject and its verb. */
const AUXILIARY = new RegExp(
  String.raw`(?:[\s'’]|^)(?:a|ont|avait|avaient|aurait|auraient|est|sont|s['’]est|se|has|have|had|was|were|is|also|further|(?!(?:${NO_ADVERB})\b)\p{L}+(?:ment|ly)|en|y|aussi|également|même|donc|toujours|bien|jamais|pas|déjà|n['’]|ne)\s*$`,
  'iu',
);
/** What follows the verb where the subject stands behind it: «a précisé *le gouvernement*», «said *Mao*». */
const SUBJECT_AFTER =
  /^\s*(?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|\p{L}+ment)\s+)?(?!le\s+\d)(?:le|la|les|un|une|l['’]|ce|cette|the|a|an|[MD]r?s?\.|\p{Lu})/u;
/** Verbs whose object may follow at once: only behind a quotation is it the subject («…», a dénoncé X). */
const WITH_OBJECT = stems(
  `accus dénonc condamn réfut rejet dément ni blam critiqu fustig convoqu sanction inculp appel exhort invit imput
  attribu désign reproch salu soutien soutenu reclam réclam convoqu demand regrett crain jug consider reconnu
  denounc condemn refut reject deni blame criticis critic urg warn call tell told charg indict summon dismiss brand
  accus welcom regret fear slam invit`,
);

const PASSIVE =
  /(?:^|\s)(?:est|sont|était|étaient|été|fut|furent|sera|seront|was|were|been|is|are|being)\s+(?:\p{L}+(?:ment|ly)\s+)?$/iu;

/** The clause before the verb or, where the verb follows what was said («…», a déclaré X), the words after it. */
function around(text: string, tokens: readonly Token[], verb: number): Stretch | null {
  const token = tokens[verb];
  if (token === undefined) return null;
  const from = tokens[Math.max(0, verb - REACH)]?.start ?? 0;
  let left = text.slice(from, token.start);
  if (WITH_OBJECT.has(token.stem) && PASSIVE.test(left)) {
    // «Xu est accusé *par Washington*»: whoever stands before the verb is spoken of, and does not speak.
    const by = /^\s*(?:par|by)\s+([^,.;]{2,70})/iu.exec(text.slice(token.end));
    const start = token.end + (by === null ? 0 : by[0].length - (by[1] ?? '').length);
    return by === null ? null : { start, end: token.end + by[0].length };
  }
  for (let before = ''; before !== left; ) {
    before = left;
    left = left.replace(AUXILIARY, '');
  }
  const border = Math.max(
    -1,
    ...[' que ', ' qu’', " qu'", ' that ', ';'].map((mark) => left.lastIndexOf(mark)),
  );
  const chunk = /[^,»”"«“;:]*$/u.exec(left)?.[0] ?? '';
  const rest = text.slice(token.end, tokens[Math.min(tokens.length - 1, verb + REACH)]?.end ?? text.length);
  if (chunk.trim() !== '') {
    const start = Math.max(from + left.length - chunk.length, from + border + 1);
    return { start, end: from + left.length };
  }
  const quoted = /[»”"]\s*,?\s*$/u.test(left);
  if (SUBJECT_AFTER.test(rest) && (quoted || !WITH_OBJECT.has(token.stem))) {
    const stop = rest.search(
      /[.;«“"(]|,\s(?:qui|que|dont|en|lors|dans|assurant|and|who|which)\b|\s(?:que|qu['’]|that|lors|dans|sur|après)(?:\s|$)/u,
    );
    return { start: token.end, end: token.end + (stop === -1 ? rest.length : stop) };
  }
  // «L'OTAN, dont ce pays est membre, a déclaré …»: the subject stands before what is put in.
  const first = /[,»”"]/u.exec(left.slice(border + 1))?.index ?? left.length;
  return { start: from + border + 1, end: from + border + 1 + first };
}

function insideQuotation(text: string, at: number): boolean {
  const before = text.slice(0, at);
  const opened = (before.match(/[«“]/gu)?.length ?? 0) - (before.match(/[»”]/gu)?.length ?? 0);
  return opened > 0 || (before.match(/"/gu)?.length ?? 0) % 2 === 1;
}
