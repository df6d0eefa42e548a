/** Signs of what English sentences report, over evenly folded text. */
import type { ActPattern } from './act.ts';

const INSULT = String.raw`(?:unfounded|groundless|baseless|absurd\w*|slander\w*|smear\w*|defam\w*|fabricat\w*|false\w*|lies|irresponsible|unacceptable|ridiculous|provocati\w+|russophob\w+|sinophob\w+|illegal|witch[- ]hunt|misunderstanding|disinformation|propaganda|fanciful|nonsense|unprofessional|unproven|unsubstantiated|non-existent|invent\w+|hysteria|farce|fake|far-fetched|fable)`;
/** What is said of an attack by whoever it hit, too: «called the intrusion unacceptable» denies nothing. */
const MORAL = '(?:unacceptable|irresponsible|illegal|unprofessional)';
const ATTACK = `(?:(?:cyber[- ]?)?(?:attacks?|espionage|operations?)|intrusions?|hack(?:s|ing)?|breach(?:es)?|campaigns?|activit(?:y|ies)|behaviou?r|conduct|interference|sabotage)`;
const NOUN = `(?:accusations?|allegations?|charges?|claims?|findings?|conclusions?|reports?|evidence|sanctions?|attributions?|suggestions?|involvement|role|part|responsibility)`;

/** Up to a moral word about an attack, with no accusation in between. */
const OF_ATTACK = String.raw`(?:(?!\b${NOUN}\b)[^.;]){0,100}?\b${ATTACK}\b(?:(?!\b${NOUN}\b)[^.;]){0,60}?\b${MORAL}`;

/** A participle behind a noun is no verb: "the men charged over …", "hackers blamed on …". */
const DIRECT = String.raw`(?! (?:over|in|with|on|for|of|as|at|to|from)\b)`;

export const ENGLISH_ACTS: readonly ActPattern[] = [
  {
    kind: 'no-comment',
    form: 'does',
    sign: /\b(?:declin\w+ (?:to (?:comment|answer|respond|discuss)|comment)|(?:did|has|have|had|does|do) not (?:immediately |yet )?(?:respond|reply|comment|answer|return)\w*|refus\w+ (?:to (?:comment|answer|speak|discuss|assist|help|let)|any comment)|(?:made|offered|gave|makes|gives|had) no (?:comment|immediate comment|reply|answer)|could not (?:immediately )?be reached|no comment|neither confirm\w* nor den\w+|neither denied nor|silent on)\b/u,
  },
  {
    kind: 'retraction',
    form: 'does',
    sign: /\b(?:retract\w+|(?:withdrew|withdrawn|corrected|amended|took back|backtracked|walked back) (?:\S+ ){0,4}(?:accusation|attribution|article|report|story|claim|statement|headline)\w*|(?:added|published|issued|appended) (?:a|an|the) (?:correction|editor's note|clarification|update))\b/u,
  },
  {
    kind: 'self-claim',
    form: 'does',
    sign: /\b(?:claimed (?:the (?:\w+ )?(?:attacks?|hacks?|breach\w*|intrusions?|operation|leak)|responsibility|credit)|claims? (?:responsibility|credit)|claiming (?:responsibility|credit)|took (?:responsibility|credit)|boast\w+|claimed (?:\S+ ){0,4}that (?:he|she|it|they)(?: \S+){0,3} had)\b/u,
  },
  {
    kind: 'acknowledgement',
    form: 'does',
    sign: /\b(?:admit\w*|acknowledg\w+|confess\w+|conced\w+) (?:\S+ ){0,4}(?:guilt|responsib\w+|having|carried|carrying|hack\w+|attack\w+|involve\w+|role|behind)|\bplead\w* guilty\b|\bpled guilty\b/u,
  },
  {
    kind: 'contest',
    form: 'does',
    sign: /\b(?:doubt(?:s|ed)?\b|question(?:s|ed) (?:the|whether|how|that|\p{L}+'s)|(?:is|was|are|were|remain\w*) (?:sceptical|skeptical|unconvinced|cautious)|caution(?:s|ed) (?:that|against)|urged caution|(?:did|do|does|could|would|can) not (?:blame|accuse|name|say for certain|attribute|confirm|establish|prove|rule out)|cannot (?:say|confirm|attribute|rule out|prove)|(?:fell|falls|fall) short of (?:proving|proof)|no (?:direct |conclusive |hard )?evidence (?:of|that|to|for|linking)|found no|too little proof|not (?:enough|sufficient) (?:proof|evidence)|unable to (?:say|confirm|attribute|prove)|false flag|disput(?:e|es|ed)|refused to accuse|less than a formal|without (?:naming|blaming|accusing))/u,
  },
  {
    kind: 'denial',
    form: 'does',
    sign: new RegExp(
      [
        String.raw`\b(?:denied|denies|deny|denying|rejected|rejects|rejecting|dismissed|dismisses|dismissing|refuted|refutes|rebuffed|repudiated|protested|protests|brushed (?:off|aside)|scoffed|mocked|derided|disavowed|disputed)\b`,
        String.raw`\b(?:called|calls|calling|describ\w+|brand\w+|labell?\w+|condemn\w+|denounc\w+|saw|spoke|speak\w*|termed|deemed|consider\w*|slammed|said|declared)(?!${OF_ATTACK})[^.;]{0,140}?\b${INSULT}`,
        String.raw`\b${NOUN}[^.;]{0,40} (?:was|were|is|are) (?:\p{L}+ly )?${INSULT}`,
        String.raw`\b(?:firmly|strongly|resolutely) (?:opposes?|opposed)\b`,
      ].join('|'),
      'u',
    ),
  },
  {
    kind: 'denial',
    form: 'says',
    sign: new RegExp(
      [
        String.raw`\b(?:had|has|have|is|was) (?:nothing to do|no (?:involvement|role|part|link|connection|knowledge|hand))\b`,
        String.raw`\bnever (?:\p{L}+ )?(?:done|hack\w*|attack\w*|carried|conduct\w*|engag\w*|support\w*|interfer\w*)\b`,
        String.raw`\b(?:no|without|lack\w* of|any|not a shred of) (?:\p{L}+ )?(?:proof|evidence)\b`,
        String.raw`\b(?:backed by|provide|present|show|produce) (?:\p{L}+ ){0,2}(?:proof|evidence)\b`,
        String.raw`\bstop (?:\p{L}+ ){0,4}(?:accus\w+|smear\w+|slander\w+|spreading|politicis\w+|politiciz\w+)`,
        String.raw`\b(?:so-called|alleged) (?:\p{L}+ ){0,2}(?:attack|hack|cyber)\p{L}*`,
        String.raw`\b(?:too|also|itself|themselves) (?:is |are )?(?:a |the )?(?:suffers?|victims?)|\bfights? (?:all |every |any )?(?:form\w* of )?(?:hacking|cyber)|\bagainst every form of\b|\bopposes? (?:all|any|every)\b`,
      ].join('|'),
      'u',
    ),
  },
  {
    kind: 'measure',
    form: 'does',
    legal: true,
    sign: /\b(?:indict(?:ed|s|ing)?\b|charged\b(?! (?:over|in|with|on|for|of|as|at|to|from)\b)|(?:published|unsealed|announced|filed|brought|unveiled) (?:\S+ ){0,3}(?:charges|indictments?)\b|press\w* charges)/u,
  },
  {
    kind: 'measure',
    form: 'does',
    sign: new RegExp(
      [
        String.raw`\b(?:summoned|summons|expelled|expels|sanctioned|sanctions(?= \p{L}+ (?:officials|officers|companies))|arrested|detained|extradited|fined|sentenced|convicted|jailed|seized|dismantled|disrupted|blacklisted|deported|banned|bans|sued)\b${DIRECT}`,
        String.raw`\b(?:imposed|imposes|imposing|ordered|announced|adopted|introduced|levied|slapped) (?:\S+ ){0,3}(?:sanctions|measures|a fine|asset freezes?)\b|\ba fine of\b`,
        String.raw`\b(?:added|listed|placed|put) (?:\S+ ){1,9}(?:list|blacklist|sanctions)\b`,
        String.raw`\b(?:opened|launched|started|began|opens) (?:\S+ ){0,4}(?:inquiry|investigation|case|proceedings|probe)\b`,
        String.raw`\b(?:issued|published|released) (?:\S+ ){0,5}(?:advisory|alert|warning|warrants?|guidance|guide|indicators|methods|directive)\b`,
        String.raw`\b(?:promised|offered|offers) (?:\S+ ){0,8}(?:reward|information|dollars)\b`,
        String.raw`\b(?:recalled|withdrew) (?:its|their|the) (?:ambassador|envoy)\b|\b(?:froze|freezes|freezing) (?:\S+ ){0,3}assets\b|\bmade (?:a )?(?:formal |diplomatic )?(?:demarche|protest)\w*|\btook (?:\S+ ){1,3}into custody\b`,
        String.raw`\b(?:granted|awarded) (?:\S+ ){1,12}(?:damages|compensation)\b|\bfound (?:\S+ ){1,5}(?:guilty|liable)\b|\bdecreed\b|\bpermanently forbids\b|\bsever\w* (?:diplomatic )?(?:ties|relations)\b`,
        String.raw`\b(?:lodged|filed) (?:\S+ ){0,3}(?:protest|complaint|lawsuit)s?\b`,
      ].join('|'),
      'u',
    ),
  },
  {
    kind: 'accusation',
    form: 'does',
    legal: true,
    sign: /\b(?:indict(?:ed|s|ing)?\b|charged\b(?! (?:over|in|with|on|for|of|as|at|to|from)\b)|(?:published|unsealed|announced|filed|brought|unveiled) (?:\S+ ){0,3}(?:charges|indictments?)\b)/u,
  },
  {
    kind: 'accusation',
    form: 'does',
    sign: new RegExp(
      [
        String.raw`\b(?:accused|accuses|accuse|accusing|blamed|blames|blame|blaming|attributed|attributes|attributing|ascribed|ascribes|condemned|condemns|condemning|denounced|denounces|implicated|implicates|suspected|suspects|pinned|alleged that|alleges that)\b${DIRECT}`,
        String.raw`\b(?:held|holds|holding|hold) (?=(?:\S+ ){1,8}responsible)|\b(?:point|points|pointed|pointing) (?:the finger |fingers |clearly )?(?:to|at)\b`,
        String.raw`\b(?:linked|links|tied|ties|traced|connected|associates|associated) (?=(?:\S+ ){1,12}(?:to|with)\b)`,
        String.raw`\b(?:named|describe[ds]?|identified|identifies|designated) (?=(?:\S+ ){1,9}(?:as|suspect|behind))`,
        String.raw`\b(?:joined|backed|supported|endorsed) (?:\S+ ){0,4}(?:accusation|attribution|statement|finding|condemnation|assessment)\b`,
      ].join('|'),
      'u',
    ),
  },
  {
    kind: 'accusation',
    form: 'says',
    sign: new RegExp(
      [
        String.raw`\b(?:carried out|conducted|perpetrated|committed|run|led|directed|orchestrated|sponsored|backed|steered|launched|controlled|mounted|operated|ordered|supported|hired|funded) by\b`,
        String.raw`\b(?:was|were|is|are|be|been|stood|stands|being) (?:(?:almost|very|most|highly|quite|also) )?(?:\p{L}+ly )?(?:likely |probably )?(?:behind|the work of|responsible|involved|to blame|the (?:leading |main |prime )?(?:suspect|culprit|author)|linked to|tied to|associated with|part of|affiliated with)\b`,
        String.raw`\b(?:responsibility|involvement|hand|role|fingerprints|part) of\b|\b\p{L}+'s (?:responsibility|involvement|hand)\b|\b(?:kremlin|state|government|russian|chinese|iranian|north korean) involvement\b`,
        String.raw`\b(?:had|have|has) (?:\p{L}+ly )?(?:carried out|hacked|attacked|broken into|conducted|infiltrated|spied|breached|compromised|targeted|stolen|mounted|penetrated|run|tapped)\b|\b(?:hacked|attacked|breached|infiltrated|penetrated|tapped)\b`,
        String.raw`\b(?:chinese|russian|iranian|north korean|american|belarusian|israeli|british|vietnamese) (?:\p{L}+ )?(?:hackers?|spies|operatives|intelligence)\b|\bstate-(?:sponsored|backed)\b|\bspies of\b`,
        String.raw`\b(?:came|come|comes|originat\w+|traced|stemmed) (?:back )?(?:from|to)\b`,
        String.raw`\bmust (?:end|stop|cease)\b|\bmalicious cyber\b`,
      ].join('|'),
      'u',
    ),
  },
  {
    kind: 'counter-accusation',
    form: 'says',
    sign: /\b(?:double standards?|thief|politicis\w+|politiciz\w+|political manipulation|cold war mentality|biggest (?:hacker|cyber ?thief|source)|empire of hack\w+|hacking empire|world's (?:largest|biggest|number one|leading)|main culprit|in turn|accused back|foremost|first culprit)\b/u,
  },
];
