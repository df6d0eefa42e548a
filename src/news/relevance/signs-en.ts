/** Signs of attribution in English headlines, over evenly folded text. */
import type { HeadlineSigns } from './signs.ts';

const CLAIM =
  '(?:claims?|accusations?|allegations?|attributions?|report|story|article|statement|charge|assertion)';
const STRIKE = `(?:hacked|breached|spied|attacked|broke|stole|wiped|hit|infiltrated|burned|knocked|took|shut|leaked|disabled|crippled|disrupted|emptied|encrypted|penetrated|implanted|planted|tapped|bugged|lurked|targeted)`;

export const ENGLISH_SIGNS: HeadlineSigns = {
  acts: [
    {
      kind: 'correction',
      form: 'nominal',
      sign: /^(?:correction|corrected|clarification|editor.?s note|erratum)\b|\b(?:earlier|previous|original) version of (?:this|the|our)|\b(?:wrongly|mistakenly|incorrectly|erroneously) (?:reported|stated|said|wrote|named|blamed|attributed|accused)|\b(?:issues?|issued|publish\w*|prints?|runs?) (?:a )?correction\b|\bcorrects? (?:the record|its|our|a|story|report)\b/u,
    },
    {
      kind: 'retraction',
      form: 'nominal',
      sign: new RegExp(
        String.raw`\b(?:retracts?|retracted|retraction|recants?|recanted|backtracks?|backtracked|backpedals?)\b|\b(?:withdraws?|withdrew|withdrawn|takes? back|took back|walks? back|walked back|rows? back|rowed back|drops?|pulls?|pulled) (?:\S+ ){0,4}${CLAIM}\b|\bapologi[sz]\w+ (?:\S+ ){0,6}${CLAIM}\b`,
        'u',
      ),
    },
    {
      kind: 'contest',
      form: 'active',
      sign: /\b(?:doubts?|doubted|doubtful|sceptic\w*|skeptic\w*|disput(?:e|es|ed|ing)|unconvinced|false flag|was it really|contest(?:s|ed)?)\b|\b(?:questions?|questioned|challeng(?:e|es|ed)) (?:\S+ ){0,4}(?:attribution|evidence|findings?|claims?|blame|accusation)|\b(?:stops?|stopped|falls?|fell) short of (?:\S+ )?(?:naming|blaming|accusing|proving|attributing)|\bwithout (?:naming|blaming|accusing)|\b(?:refus\w+|won.?t|will not|does not|did not|declin\w+|not ready|too (?:early|soon)|unable|cannot) (?:to )?(?:name|blame|accuse|attribute|say who|pin)\b|\bno (?:\w+ )?(?:evidence|proof)\b|\b(?:lacks?|lack of|too little|thin|not enough|insufficient) (?:\w+ )?(?:evidence|proof)\b/u,
    },
    {
      kind: 'no-comment',
      form: 'own',
      sign: /\b(?:silent (?:on|over|about|after|as)|(?:stays?|stayed|keeps?|remain\w*) (?:silent|mum)|mum on|declin\w+ (?:to )?(?:comment|answer|respond|discuss)|(?:offers?|has|had) no comment|no comment|(?:did|does|do|has|have|had) not (?:\w+ )?(?:respond|repl(?:y|ied)|comment)\w*|yet to (?:respond|comment|react|reply)|(?:refus\w+|won.?t) (?:to )?(?:comment|answer|discuss))\b/u,
    },
    {
      kind: 'counter-accusation',
      form: 'active',
      sign: /\b(?:turns? (?:the )?tables?|hits? back|fires? back|strikes? back|counter-?accus\w+|accuses?(?= (?:\S+ ){1,6}in (?:turn|return)\b)|double standards?|hacking empire|empire of hack\w+|is the one (?:\S+ )?(?:snooping|hacking|spying)|(?:the )?(?:real|true|biggest|largest|main|world.?s (?:\S+ )?(?:largest|biggest|worst|number one|top|leading)) (?:\S+ ){0,3}(?:hack\w*|thie\w+|threat|source|attackers?|culprit|snoop\w*|spy|eavesdropper)|whataboutism)\b/u,
    },
    {
      kind: 'denial',
      form: 'own',
      sign: /\b(?:den(?:y|ies|ied|ying|ials?)|rejects?|rejected|rejecting|dismiss(?:es|ed|ing)?|refut\w+|rebuts?|rebuffs?|rubbish(?:es|ed)|disavow\w*|disclaims?|brush\w* (?:off|aside)|shrugs? off|laughs? off|nothing to do with|no (?:involvement|role|part|hand|link|links|connection|knowledge)\b|not (?:involved|behind|responsible|to blame|hackers)|(?:do|does|did|would|had|has) (?:not|never) (?:hack|attack|conduct|engage|spy|steal|interfere|carry)\w*|never (?:hack|attack|spied|conduct|engag|interfer|stole)\w*|oppos(?:e|es|ed) (?:all|any|every|cyber)|bas(?:eless|elessly)|groundless|unfounded|fabricat\w+|smears?|slanders?|nonsense|absurd|ludicrous|preposterous|pure fantasy|innocen(?:t|ce)|mistaken identity|disput(?:es|ed) (?:the )?(?:existence|involvement|claims?)|prove (?:\S+ )?claims?|stop (?:\S+ )?(?:accus\w+|smear\w+|slander\w*|groundless)|irresponsible accusations?|victim of (?:\S+ )?(?:hack|cyber)\w*)\b/u,
    },
    {
      kind: 'self-claim',
      form: 'own',
      sign: new RegExp(
        String.raw`\b(?:claim(?:s|ed|ing)? (?:the |\w+ )?(?:responsibility|credit|attacks?|breach|hacks?|theft|intrusion|to have|it (?:has |had )?${STRIKE})|tak(?:es?|ing) (?:credit|responsibility)|took (?:credit|responsibility)|boast\w*|brags?|(?:says?|said|wrote|announced?) (?:that )?(?:it|they|we) (?:had |have |has |was behind|were behind|is behind|${STRIKE})|owns? up)`,
        'u',
      ),
    },
    {
      kind: 'sanction',
      form: 'active',
      sign: /\b(?:sanctions?|sanctioned|sanctioning|blacklist(?:s|ed)?|asset freezes?|freez(?:e|es|ing) (?:the )?assets|froze (?:\S+ )?assets|travel bans?|expels?|expelled|summon(?:s|ed|ing)?|persona non grata|recall(?:s|ed) (?:its|their|the)? ?(?:ambassador|envoy)|(?:cuts?|severs?|severed) (?:\S+ )?(?:ties|relations)|(?:lodges?|lodged|makes?|made) (?:\S+ )?(?:representations?|demarche|(?:formal |official )?protest)|demarches?|restrictive measures|targets? \S+(?: \S+)? for|(?:calls?|called|hauls?|hauled) in (?:\S+ ){0,3}(?:ambassador|envoy)|designat(?:es|ed) (?:\S+ ){1,5}(?:hack|cyber)\w*)\b/u,
    },
    {
      kind: 'indictment',
      form: 'active',
      sign: /\b(?:indicts?|indicting|indictments?|charges (?:against|\d+|(?:\S+ ){1,4}(?:nationals?|hackers?|officers?|men|spies|citizens?|members|contractors|operatives|agents|russians|iranians|chinese|north koreans|belarusians|in hack\w*|over hack\w*))|(?:unseals?|unsealed|files?|filed|brings?|brought|announces?|announced) (?:\S+ )?charges|arrest warrants?|warrants? for|extradit\w+|prosecut(?:es|ed)|(?:makes?|made) arrests|offers? (?:\S+ ){0,3}(?:reward|bounty))\b/u,
    },
    {
      kind: 'indictment',
      form: 'passive',
      sign: /\b(?:(?:is |are |was |were )?(?:indicted|charged)|arrested|on trial|convicted|sentenced|pleads? guilty|wanted by|most wanted)\b/u,
    },
    {
      kind: 'advisory',
      form: 'active',
      weak: true,
      sign: /\b(?:advisor(?:y|ies)|security alert|bulletins?|tradecraft|indicators of compromise|(?:joint|cyber|security|threat|technical) (?:alert|guidance|warning|paper|advice)|warns?|warned|warning|(?:sounds?|raises?) (?:the )?alarm|exposes?|exposed|unmasks?|(?:details?|describes?|outlines?|publish\w*|shares?|lists?) (?:\S+ ){0,3}(?:tactics|techniques|methods|campaign|tools|addresses|indicators))\b/u,
    },
    {
      kind: 'accusation',
      form: 'passive',
      sign: /\b(?:(?:is |are |was |were |stands? |being )?(?:accused(?! by)|blamed|suspected|implicated|named as|fingered)|to blame|under suspicion|leading suspect|prime suspect)\b/u,
    },
    {
      kind: 'accusation',
      form: 'active',
      sign: /\b(?:accus(?:e|es|ed by|ed|ing|ations? (?:against|of|that))|blam(?:e|es|ed|ing)|attribut(?:e|es|ed|ing|ion)|alleg(?:e|es|ed that|ing|ations?)|point(?:s|ed|ing)? (?:the |a |its )?fingers?|point(?:s|ed|ing)? (?:to|at)|pin(?:s|ned)(?= (?:\S+ ){1,6}on\b)|(?:holds?|held|holding)(?= (?:\S+ ){1,6}(?:responsible|accountable)\b)|condemn(?:s|ed|ing|ation)?|denounc\w+|calls? out|called out|lambast\w*|slams?|slammed|rebuk\w*|berat\w*|excoriat\w*|(?:posed|posing) as|nam(?:es|ed|ing)(?= (?:\S+ ){1,6}as\b))\b/u,
    },
    {
      kind: 'accusation',
      form: 'active',
      weak: true,
      sign: /\b(?:ties|tied|links?|linked|linking|trac(?:es|ed|ing)|suspects?|suspicions?|identif(?:y|ies|ied)|names?|named|(?:carried out|conducted|orchestrated|run|ordered|directed|backed|sponsored|launched|perpetrated|steered|planted|mounted) by|(?:the )?(?:work|handiwork|fingerprints|hallmarks|hand) of|responsibility of|culprits?|masterminds?|solidarity|urg(?:es|ed|ing)|confronts?|(?:sent|send|sends) (?:a )?(?:clear )?(?:message|warning)|charges? over|answers? (?:\S+ ){0,4}(?:charge|claim|accusation)s?|(?:admit|confirm|acknowledg)\w*|ordered|orders|meddl\w+|interfer\w+|threaten\w*|vows?|retaliat\w+|concerns? (?:\S+ ){0,4}(?:conveyed|raised)|raises? concerns?|cit(?:es|ed|ing))\b/u,
    },
    {
      kind: 'accusation',
      form: 'passive',
      weak: true,
      sign: /\b(?:behind|responsible for|were responsible|was responsible|culprit|likely (?:author|source))\b/u,
    },
  ],
  attack:
    /\bcyber[ -]?(?:attack|assault|offensive|espionage|spy|spies|spying|operation|campaign|intrusion|incident|sabotage|crime|criminal|theft|heist|breach|strike|actor|activit|threat actor|unit|army|raid|weapon|thie|bull|warfare|war\b|gang|group|intruder|meddling|interference)\p{L}*|\bmalicious cyber\b|-(?:linked|aligned|nexus) (?:group|actors?|crew|intruders|operatives|threat)\b|\bstate-(?:sponsored|backed|linked|affiliated) (?!terror|doping|media|violence|enterprise|compan|bank|firm|news|militia)|\b(?:hack(?:s|ed|er|ers|ing)?|(?:computer|network|internet) (?:worm|virus|attack|sabotage|spying)|spyware|malware|ransomware|phishing|wiper|botnet|ddos)\b|\b(?:e-?mails?|data|server|network|account|database|computer|router|phone|website|software|system|it|vote|election|telecoms?|telecom carrier|grid|firewall)s? (?:\S+ )?(?:breach|raid|theft|intrusion|attack|break-?in|infiltration|compromise|spying)\w*|\b(?:breach|theft|intrusion|penetration|infiltration|wip(?:ed?|ing)|attack|spying|copied|stole)\w* (?:\S+ ){0,4}(?:e-?mails?|data|servers?|networks?|accounts?|databases?|computers?|routers?|phones?|websites?|systems?|telecoms?|firewalls?)\b|(?<!(?:ceasefire|truce|treaty|airspace|border|rules?|contract|protocol|law) )\bbreach(?:es|ed)?\b(?! (?:of )?(?:the |its |a )?(?:ceasefire|truce|treaty|contract|rules?|laws?|trust|airspace|border|duty|promise|sanctions|agreement|accord|protocol|code|peace|etiquette|constitution))|\bdigital (?:attack|espionage|spying|intrusion|break-?in|sabotage)/u,
  attackerBehind:
    /^(?:['’]s)?[\s-]['‘’“”"«]?(?:linked|backed|sponsored|aligned|affiliated|nexus|directed|supported|controlled|run|tied|state-(?:backed|sponsored|linked|affiliated))\b|^(?:['’]s)?\s['‘’“”"«]?(?:(?:state|military|army|government|intelligence|security|foreign|elite|ransomware|espionage|cyber|cyber-?criminal|hacker|hacking|spy|nation-state|election|suspected|state-sponsored|state-backed|mainland|sabotage|digital|online) ){0,2}(?:hack\w*|cyber\S*(?! ?(?:agenc|cent|authorit|watchdog|official|expert|security|defen|chief|command|police|minister|firm|compan))|spies|spyware|malware|actors?|operatives|groups?|crews?|gangs?|intruders|attackers|contractors|intelligence officers|officers|agents|nationals?|breach|hack|intrusions?|espionage|spying|spy chips?|campaign|botnet|links? to (?:\S+ )?(?:hack|malware|cyber|attack|breach)\w*|sabotage|meddling|interference)\b|^['’]?s?(?:-based)? (?:\S+ )?(?:hackers|spies)\b|^s?,? (?:(?:may|might|could|had|have|has|was|were|reportedly|likely|allegedly|secretly) ){0,3}(?:\S+ ){0,4}(?:to hack|behind)\b|^(?:['’]s)? (?:\w+ )?(?:targeted|compromised|hacked|spied|broke into|implanted|infiltrated|stole|runs (?:\S+ ){0,4}hack|was behind|is behind|were behind|are behind|behind|breached|tapped|carried out|conducted|launched|orchestrated|ordered)/u,
  attackerBefore:
    /(?:\b(?:linked|tied|ties|connected|affiliated|loyal|answering|belonging|close|traced|attributed|back|pointed|points?|pointing) (?:to|with|at)|\b(?:backed|sponsored|directed|run|ordered|hired|controlled|supported|paid|led|employed|accused|made) by|\b(?:works?|worked|working|works|acting|hacking|spying) for|carried out from|originat\w+ (?:in|from)|came from|coming from|(?<!\b(?:accused|blamed|sanctioned|charged|denied|summoned|condemned|warned|said|named|indicted|expelled|rejected|dismissed|report|reported|published|issued|claims|victim|claim) )\bby|on behalf of|at the behest of|in the service of|the (?:work|hand|hands|fingerprints|hallmarks) of|responsibility of|\bpro-)\s?(?:(?:the|a|state|its|groups?|hackers?)\s)*$/u,
  victimBefore:
    /\b(?:against|on|over|in|into|of|at|from|targeting|hit|hits|hitting|hacked|hacking|breached|attacked|spied on|inside|within|for|to|with|affecting|helping|hunting)\s(?:(?:the|a|an|its|his|her|their|state)\s)*(?:[\p{L}-]+\s)?$/u,
  band: /\b(?:hackers?|hacktivists?|hacking|cyber-?criminals?|ransomware|cyber|extortion|threat) (?:\w+ )?(?:group|gang|crew|collective|team|actor|cartel)s?\b|\bhacktivists?\b|\bhackers\b|\b(?:gang|crew|collective)\b/u,
  sayer:
    /\b(?:researchers?|analysts?|experts?|investigators?|officials?|prosecutors?|report|reports|study|dossier|documents?|agency|agencies|authorities|sources|minister|ministry|government|spokes\w+|police|intelligence|security (?:firm|service|police|agency)|embassy|envoy|ambassador|president|court|grand jury|lab|allies)\b/u,
  routine:
    /\b(?:patch(?:es|ed)?|flaws?|vulnerabilit\w+|bugs?|updates?|shares?|stock|revenue|raises \$|funding|startup|insurance|premiums?|conference|summit|exercise|drill|training|tips|how to|ways to|guide to|best \w+|password\w*|survey|market|jobs|hiring|skills|bill|law|legislation|strategy|doctrine|opinion|essay|review|webinar|certification|compliance|budget|launches|product|tool|awards?|restor(?:es|ed)|resumes?|recover(?:s|ed|y)|month in review|explainer)\b/u,
  commonCrime:
    /\b(?:teen\w*|students?|schoolboys?|pupils?|boy|girl|man|woman|men|brothers|couple|husband|wife|ex-\w+|employee|worker|youths?|\d\d-year-old|fraudsters?|scammers?|swindlers?|carders?|ring)\b/u,
  otherAffair:
    /\b(?:missiles?|drones?|shelling|strikes?|airstrikes?|doping|arson|explosion|bomb\w*|balloon|cables?|tanker|warships?|nuclear|uranium|enrich\w+|fentanyl|tariffs?|dumping|tax|bribe\w*|corruption|rigg\w+|ballot|war crimes|genocide|massacre|kidnap\w*|murder|poison\w*|abduct\w*|oil|gas|arms|troops|invasion|ceasefire|truce|airspace|trafficking|smuggling|photograph\w*|military base|air base)\b/u,
};
