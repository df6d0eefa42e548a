/** What a question asks for: somebody, a date, a number, a place, a reason, a statement, a thing of some kind. */

export type QuestionType =
  | 'name'
  | 'who'
  | 'author'
  | 'when'
  | 'count'
  | 'where'
  | 'why'
  | 'statement'
  | 'which'
  | 'about';

export interface QuestionWord {
  readonly type: QuestionType;
  /** Offsets of the question word in the question, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
}

/** Most specific first. Letters are compared without case; accents may be missing as people type them. */
const PATTERNS: readonly { readonly type: QuestionType; readonly pattern: RegExp }[] = [
  // French
  {
    type: 'name',
    pattern:
      /comment s['’]appell?\p{L}*|quels? (?:est|sont|[ée]tait|[ée]taient) (?:le|les) noms?|quel nom\b/iu,
  },
  {
    type: 'when',
    pattern:
      /\b(?:depuis |jusqu['’][àa] )?quand\b|(?:en|depuis|de) quelle ann[ée]e|[àa] quelle (?:date|p[ée]riode)|quel(?:le)? (?:jour|mois|date|ann[ée]e)|(?:depuis|pendant) combien de temps|combien de temps/iu,
  },
  {
    type: 'count',
    pattern:
      /\bcombien(?:\s+d['’e]\s*)?|(?:^\W*|[:,]\s*)(?:le |la )?(?:nombre|montant|proportion|part) (?:de |d['’]|des )|quel(?:le)? (?:est |[ée]tait )?(?:le |la )?(?:nombre|montant|quantit[ée]|proportion|pourcentage)\b(?: de| d['’]| des)?/iu,
  },
  {
    type: 'where',
    pattern:
      /(?:^|[^\p{L}])(?:d['’])?où(?!\p{L})|^ou\s+(?=est|a|se|sont)|(?:dans|depuis|de|vers|en|[àa]) quel(?:le)?s? (?:ville|pays|lieu|endroit|r[ée]gion)s?/iu,
  },
  {
    type: 'why',
    pattern:
      /\bpourquoi\b|(?:pour|[àa]) quelles? raisons?|[àa] cause de quoi|quel(?:le)? (?:est |[ée]tait )?(?:la |le )?(?:raison|motif|cause)s?/iu,
  },
  {
    type: 'who',
    pattern: /(?<!\bce )\b(?:[àa] |de |par |contre |avec )?qui\b(?! (?:a|ont|est|sont) \S+ que)/iu,
  },
  {
    type: 'statement',
    pattern:
      /(?:^|[\s,])qu(?:['’]\s*(?:a|ont|avait)\b|e\s+(?:pens|dit|dis|r[ée]pond|r[ée]pli|demand|r[ée]clam|reproch|r[ée]torqu|d[ée]clar|affirm|pr[ée]cis|exig|propos|annonc|promet|sugg|recommand|ni[et]|d[ée]ment)\p{L}*)|quelles? (?:est |[ée]tait |a [ée]t[ée] |fut )?(?:la |l['’])?(?:r[ée]action|r[ée]ponse|position|opinion)s?|\bcomment\b(?=.*(?:r[ée]ag|r[ée]pond|qualifi|d[ée]cri|juge|justifi|accueill))/iu,
  },
  { type: 'which', pattern: /\b(?:du|au|le|la|les|des|aux)?quel(?:le)?s?\b/iu },
  // English
  {
    type: 'name',
    pattern: /\bwhat (?:is|was|are|were) (?:the |their |his |her )?(?:full )?names?\b|\bname of\b/iu,
  },
  {
    type: 'when',
    pattern:
      /^\W*(?:and |so )?(?:since |until )?when\b|\b(?:since |until )?when(?=\s+(?:exactly\s+)?(?:did|do|does|was|were|is|are|has|have|had|will)\b|\W*$)|\b(?:in |since )?(?:what|which) (?:year|date|month|day|period)\b|\bhow long\b/iu,
  },
  {
    type: 'count',
    pattern:
      /\bhow (?:many|much)\b|\bwhat (?:number|amount|share|percentage) of\b|(?:^\W*|[:,]\s*)(?:the )?(?:total )?(?:number|amount|share|percentage) of\b/iu,
  },
  {
    type: 'where',
    pattern: /\bwhere\b|\b(?:from |in |to )?(?:what|which) (?:city|country|place|town|region)\b/iu,
  },
  { type: 'why', pattern: /\bwhy\b|\bfor what reasons?\b|\bwhat (?:was|is) the reason\b/iu },
  { type: 'who', pattern: /\b(?:who|whom|whose)\b/iu },
  {
    type: 'statement',
    pattern:
      /\bwhat (?:did|do|does|has|have|had|was|is)\b(?=.*\b(?:say|said|state|think|reply|respond|answer|claim|demand|ask|urge|call|declare|add|reproach|deny|object|accuse|tell|want|warn|recommend|promise|blame|threaten|suggest|propose|denounce|criticise|criticize|request|insist|(?:reaction|response|position|opinion|view|stance|answer|comment)s?)\b)|\bhow (?:did|do|does|has|have)\b(?=.*\b(?:react|respond|reply|replied|answer|describe|call|view|see|qualify|comment|justify)\w*)/iu,
  },
  { type: 'which', pattern: /\b(?:which|what(?: kinds? of| types? of| sorts? of)?)\b/iu },
  // Chinese
  { type: 'name', pattern: /叫什么(?:名字)?|姓名是|名字是什么|的名字/u },
  {
    type: 'when',
    pattern: /何时|多少(?:年|天|个月|小时)|什么时候|什麼時候|哪一?年|哪一?天|几月|多久|什么时间|哪年/u,
  },
  {
    type: 'count',
    pattern: /多少[起台个個名位次条封项件份枚艘架辆]?|几[名个人位国家次台封条项](?!.*吗)|幾[名個人位]/u,
  },
  { type: 'where', pattern: /哪里|哪裡|哪儿|何处|哪个(?:国家|城市|地方)|哪國|哪国|什么地方|哪座城市/u },
  { type: 'why', pattern: /为什么|為什麼|为何|為何|什么原因|何故/u },
  {
    type: 'statement',
    pattern:
      /(?:如何|怎么|怎麼|怎样|怎樣)(?:看|回应|回應|反应|反應|评论|評論|看待|表态|表示|形容|描述|评价|說|说|答复)|有(?:何|什么|什麼)(?:反应|反應|回应|回應|看法|评论|立场|表示)|(?:说|說|表示|发表)了?(?:什么|什麼|何|些什么)|什么(?:看法|态度|反应|回应|立场)|怎么说/u,
  },
  { type: 'who', pattern: /谁|誰|何人|哪[位些个]?(?:人|官员|领导人|外交官|部长)/u },
  { type: 'which', pattern: /哪[个個些家种種一]?|什么|什麼|何种/u },
];

/** The question word that decides, the earliest in the question; null when the text asks nothing in particular. */
export function questionWord(question: string): QuestionWord | null {
  let first: QuestionWord | null = null;
  for (const { type, pattern } of PATTERNS) {
    const match = pattern.exec(question);
    if (match === null || (first !== null && match.index >= first.start)) continue;
    first = { type, start: match.index, end: match.index + match[0].length };
  }
  return first;
}
