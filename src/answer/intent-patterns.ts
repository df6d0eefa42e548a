/** By what a message is known that asks the corpus nothing: in folded text of French, English and Chinese. */

/** Words before a question that are no part of it: «Bonjour, …», "hi, …", «请问…». */
export const SALUTATION =
  /^(?:(?:re-?)?(?:bonjour|bonsoir|salut|coucou|allo|hello|hi|hey|hiya|greetings|good (?:morning|afternoon|evening|day)|dear)(?: (?:a tous|tout le monde|all|everyone|there|team|bot|casebook|l'equipe))?(?![\w'-])|casebook(?=\s*[,:!])|s'il (?:te|vous) plait|stp|svp|please|excuse[zs]?[- ]moi|pardon|excuse me|sorry|你们?好|您好|大家好|哈喽|嗨|早上好|下午好|晚上好|请问|打扰一下|不好意思)[\s,.!?:;…，。！？、：~～-]*/u;

/** What may be left of a greeting: «Bonjour, ça va ?» */
const GREETING =
  /^(?:(?:comment )?(?:ca va|vas[- ]tu|allez[- ]vous|tu vas(?: bien)?)|how(?: are|'re) (?:you|things)(?: doing)?(?: today)?|what'?s up|how(?:'?s| is| was| has) (?:it|everything|life|(?:your|ur|the) (?:day|week|weekend|morning|afternoon|evening|night))(?: (?:going|been|today|so far))*|comment (?:se passe|s'est passee?) (?:ta|votre|la) (?:journee|semaine|soiree|matinee)|(?:tu vas|vous allez|ca va)(?: bien)?(?: aujourd'hui)?|nice to meet you|quoi de neuf|enchante\w*|bonne (?:nuit|journee|soiree)|good ?(?:night|bye)|bye(?: bye)?|au revoir|a (?:bientot|demain|plus)|ciao|see you(?: later)?|(?:is )?any(?:one|body) (?:here|there)|y a[- ]t[- ]il quelqu'un|test(?:ing)?|ping|(?:你|您)?(?:今天|最近)?(?:过得)?(?:怎么样|好吗|还好吗|如何|忙吗)|吃了吗|再见|拜拜|在吗|晚安)$/u;
const THANKS =
  /^(?:(?:ok(?:ay)?|super|parfait|genial|great|perfect|cool|nice|好的?),? *)?(?:(?:un grand |mille )?merci(?: (?:beaucoup|bien|infiniment|a (?:toi|vous)|d'avance|casebook))*(?: pour .{1,80})?|thanks?(?: you)?(?: (?:so much|very much|a lot|casebook|again|in advance))*(?: for .{1,80})?|many thanks|thx|ty|cheers|much appreciated|good (?:job|bot|work)|well done|bravo|bien joue|多?谢谢?(?:你|您|啦|了|大家)*|感谢.{0,12}|辛苦了|太好了|干得好|ok(?:ay)?|d'accord|compris|understood|got it|好的?|明白了?|知道了)$/u;
const IDENTITY =
  /^(?:(?:mais |and |so |et )?(?:qui es[- ]tu|tu es qui|t'es qui|qui etes[- ]vous|vous etes qui|comment (?:tu t'appelles|t'appelles[- ]tu|vous appelez[- ]vous)|quel est (?:ton|votre) nom|es[- ]tu (?:un |une )?(?:robot|bot|ia|humaine?|chatgpt).{0,20}|que (?:sais[- ]tu|peux[- ]tu|pouvez[- ]vous|savez[- ]vous) (?:faire|m'apprendre).{0,20}|qu'est[- ]ce que (?:tu sais|tu peux|vous savez|vous pouvez) faire.{0,20}|a quoi (?:sers[- ]tu|tu sers|servez[- ]vous)|comment (?:ca|tu|cela) (?:marche|fonctionnes?)s?|aide(?:[- ]moi)?|qui t'a (?:cree|fait|concu).{0,20}|who (?:are|r) (?:you|u)|what are you|what(?:'s| is) your name|are you (?:a |an )?(?:bot|robot|human|ai|real|chatgpt|person|gpt).{0,30}|what (?:can|do) you do.{0,20}|what is casebook|c'est quoi casebook|qu'est[- ]ce que casebook|how (?:do you work|does (?:this|it) work|can you help(?: me)?)|who (?:made|created|built|trained) you|help(?: me)?|introduce yourself|presente[- ]toi)|(?:你|您)(?:是谁|是什么|叫什么(?:名字)?|能做(?:些)?什么|会(?:做)?什么|可以做什么|能干什么|能帮我(?:做)?什么|是(?:个)?(?:机器人|人工智能|真人|chatgpt).{0,4})|谁(?:创造|开发|制造|训练)了?你.{0,4}|帮助|自我介绍.{0,6})$/u;

/** Of a whole message without salutation and closing marks; the first that fits decides. */
export const WHOLE = [
  { intent: 'greeting', pattern: GREETING },
  { intent: 'thanks', pattern: THANKS },
  { intent: 'identity', pattern: IDENTITY },
] as const;

/**
 * An order to the bot instead of a question: to drop or show its rules, to play somebody, to hand out secrets, to say,
 * write or post something. Of one clause.
 */
export const ORDER = new RegExp(
  [
    String.raw`\b(?:ignor\w*|disregard\w*|forget\w*|overlook|override|bypass|skip|drop|oubli\w*|neglig\w*|contourn\w*|outrepass\w*|fais abstraction)\b[^.!?]{0,40}\b(?:instructions?|directives?|prompts?|rules?|guidelines?|orders?|consignes?|regles?|ordres?|previous|prior|above|everything|filters?|restrictions?|safeguards?|precedentes?|ci-dessus|tout ce qu\w*|limites?)\b`,
    String.raw`\bforget (?:about )?(?:that|it|this)\b|\boublie[zs]? (?:ca|cela|tout)\b`,
    String.raw`\b(?:show|print|reveal|display|repeat|output|tell me|give me|share|leak|disclose|dump|what (?:is|are|was|were)|affiche\w*|montre\w*|revele\w*|repete\w*|donne\w*|dis[- ]moi|partage\w*|quel(?:le)?s? (?:est|sont))\b[^.!?]{0,50}\b(?:system prompts?|your (?:\w+ ){0,2}(?:prompts?|instructions?|rules|guidelines|secrets?|keys?|passwords?|passcodes?|passphrases?|tokens?|credentials?|configuration|source code)|initial (?:prompt|instructions?)|the (?:secret|api) key|prompt systeme|(?:ta|tes|ton|votre|vos) (?:\w+ ){0,2}(?:prompts?|instructions?|consignes?|cle|cles|mots? de passe|secrets?|regles|configuration)|text above|words above)`,
    String.raw`\b(?:you are (?:now|going to|about to)|from now on|act as|behave (?:as|like)|pretend (?:to|that|you)|role[- ]?play|imagine (?:that )?(?:you|we)|stay in character|in developer mode|developer mode|jailbreak\w*|do anything now|tu es (?:maintenant|desormais)|a partir de maintenant|agis (?:comme|en)|joue le role|fais (?:comme si|semblant)|imagine[zs]? qu[e'] ?(?:tu|nous|vous|on)|supposons que|mode developpeur|vous etes (?:maintenant|desormais))\b`,
    String.raw`^\W*(?:(?:please|then|now|and|just|also|puis|et|can you|could you|peux[- ]tu|pouvez[- ]vous|pourriez[- ]vous|pourrais[- ]tu|kindly) )*(?:write|compose|draft|generate|print|echo|output|say|repeat|respond|reply|answer|post|send|tweet|click|visit|open|download|execute|run|eval|decode|encode|translate|rewrite|paraphrase|sing|add|append|include|insert|embed|ecri[srtv]\w*|redige\w*|genere\w*|imprime\w*|di[st](?:es)?|repete\w*|repond(?:s|re|ez)|publie\w*|poste\w*|envoie\w*|clique\w*|visite\w*|ouvre\w*|telecharge\w*|execute\w*|decode\w*|tradui\w*|reecri\w*|ajoute\w*|insere\w*)\b(?!-)`,
    String.raw`\byour (?:\w+ )?(?:answers?|repl(?:y|ies)|responses?)\b|\b(?:ta|votre|tes|vos) (?:\w+ )?reponses?\b|你的(?:回答|回复|答案)`,
    String.raw`\byour (?:\w+ ){0,2}pass(?:words?|codes?|phrases?)\b|\b(?:the|a) user(?:'s|s') (?:\w+ ){0,2}(?:name|initials|birth|address|password|location|e-?mail)|(?:^|\s)q ?: [\s\S]{0,400}?\s[ar] ?: |\bsystem prompt\b|\bwhat(?:'s| is) (?:the|our|my|your) (?:\w+ ){0,2}pass(?:word|code|phrase)|\bquel est (?:le|ton|votre|notre|mon) (?:\w+ ){0,2}mot de passe(?! (?:vole|utilise))`,
    String.raw`<\/?(?:script|img|iframe|html|a|style|svg|body)\b[^>]*>?|\bjavascript:|\bimport (?:os|subprocess|socket)\b|\bunion select\b|\bdrop table\b`,
    '(?:忽略|无视|忘(?:记|掉)|不要理会|跳过).{0,16}(?:指令|指示|说明|规则|提示|要求|内容|一切|所有|以上|之前)',
    '(?:显示|输出|打印|透露|告诉我|泄露|展示|重复|说出|给我|公开|是什么).{0,12}(?:系统提示|提示词|你的(?:指令|规则|密钥|密码|口令|秘密|设定|配置)|密钥)|你的(?:密钥|密码|口令|提示词|系统提示|秘密).{0,12}(?:是什么|多少|告诉|给)',
    '(?:扮演|假装|假设你是|从现在(?:起|开始)|你现在是|开发者模式|越狱)',
    String.raw`^\W*(?:请|现在|然后|再|并|帮我|你能|可以){0,3}(?:写|编写|撰写|生成|发布|转发|打开|点击|下载|执行|运行|翻译|解码|重复|回复“|说“|说：|唱)(?!的|了|者)`,
  ].join('|'),
  'u',
);

/** What joins an order to a question: «… et dis-moi qui …», "… and tell me who …". */
export const ORDER_LINK =
  /(?:^|[,;:]?\s+)(?:(?:and|then|but|et|puis|mais|instead)\s+)*(?:(?:just |please )?(?:tell|inform|let) (?:me|us)(?: know)?|answer (?:me|this|the question)|dis[- ](?:moi|nous)|dites[- ](?:moi|nous)|reponds?[- ]moi|explique[- ]moi|explain(?: to me)?|show me|(?:answer|reply|respond|r[ée]pond(?:s|ez|re))(?: (?:in|en) \p{L}+)?(?=\s*[:,]))\s*[,:]?\s+(?:about\s+)?|[，,；;]?(?:然后|并且?|而|再)?(?:请)?(?:告诉|回答|说明)(?:我们?|一下)?[：:，,]?/gu;

/** A wish to attack: one's own doing is asked for, not what somebody did. */
export const ATTACK_HELP = new RegExp(
  [
    String.raw`\bhow (?:do|can|could|would|should|might) (?:i|we|you|one|someone|somebody|a person)\s+(?:\w+ly )?(?:hack|breach|attack|ddos|penetrate|infect|compromise|exploit|phish|break into|get into|steal|crack|bypass|take down|bring down|spy on|intercept|deface|wiretap|brute|disable|shut down|sabotage)\b`,
    String.raw`\bhow to (?:hack|breach|attack|ddos|penetrate|infect|compromise|exploit|phish|break into|steal|crack|bypass|take down|spy on|deface|brute|sabotage)\b`,
    String.raw`\b(?:help|teach|show) me (?:to |how to )?(?:hack|breach|attack|ddos|penetrate|infect|compromise|exploit|phish|break into|steal|crack|spy)\b`,
    String.raw`\b(?:write|give|make|create|build|code|send|generate|need|want) (?:me |us )?(?:a |an |some |the |your )?(?:\w+ ){0,2}(?:exploits?|malware|ransomware|virus|keylogger|trojan|rootkit|botnet|phishing (?:mail|e-?mail|page|site|kit)|backdoor|zero[- ]days?|0days?|payload)\b`,
    String.raw`\bcomment (?:est[- ]ce que )?(?:je (?:peux |pourrais )?|on (?:peut )?|puis[- ]je |peut[- ]on |pourrais[- ]je |faire pour |s'y prendre pour )?(?:pirater|hacker|attaquer|infecter|compromettre|exploiter|hameconner|voler|craquer|contourner|espionner|saboter|penetrer|s'introduire|infiltrer|ddoser|deface)\w*\b`,
    String.raw`\b(?:aide|apprends|montre|enseigne|explique)[sz]?[- ]?(?:moi|nous)? (?:a |comment |moi a )?(?:pirater|hacker|attaquer|infecter|compromettre|exploiter|voler|craquer|espionner|saboter|penetrer)\b`,
    String.raw`\b(?:ecris|donne|fais|cree|code|fabrique|genere|envoie|veux|voudrais)(?:[- ]moi)? (?:un |une |du |des |le |ton )?(?:\w+ ){0,2}(?:exploits?|maliciels?|malware|ran[cs]ongiciels?|ransomware|virus|logiciels? malveillants?|cheval de troie|porte derobee|charge utile|hameconnage)\b`,
    '^(?:我(?:想|要|该|应该|可以)?|请?(?:教|告诉|帮|帮助)我)?(?:知道|了解)?(?:怎么|怎样|如何|怎麼)(?:才能|去|可以)?(?:入侵|攻击|黑进|黑掉|黑|破解|渗透|盗取|窃取|攻破|瘫痪|监听)(?!.*(?:了|的[？?]?$|过|被))',
    '(?:帮我|教我|替我)(?:去)?(?:入侵|攻击|黑|破解|渗透|盗取|窃取|攻破)|(?:写|编写|制作|给我|做)(?:一个|一段|个|些)?(?:木马|病毒|勒索软件|恶意软件|漏洞利用|钓鱼邮件|后门)',
  ].join('|'),
  'u',
);

/** The bot's own verdict, where the corpus only has claims. */
export const VERDICT = new RegExp(
  [
    String.raw`\bwho (?:\w+ )?(?:really|actually|truly) (?:\w+ )?(?:did|was|is|hacked|attacked|stole|breached|carried|committed|ordered)\b|\bwho(?:'s| is| was| are| were)? (?:really|actually|truly)? ?(?:guilty|to blame|the (?:real|true|actual) (?:culprit|attacker|perpetrator|author|hacker)s?|lying|right|telling the truth)\b|\breally (?:behind|responsible|did it)\b`,
    String.raw`\b(?:is|are|was|were) (?:it (?:really|actually|true)|(?:the )?[\w'. -]{2,30}? (?:really |actually |truly )?(?:guilty|innocent|lying|to blame|the (?:real |true )?culprits?))\b`,
    String.raw`\b(?:do|would) you (?:really |personally )?(?:think|believe|say|reckon|consider)\b|\b(?:your|ur) (?:own |personal |honest )?(?:opinion|verdict|view|judgment|judgement|take|conclusion|guess)\b|\bwhat do you (?:really |personally )?(?:think|believe|make of)\b|\bwho do you (?:think|believe|blame|trust)\b|\btell me the truth\b|\bwhat really happened\b|\bwhich side (?:is|are) (?:right|lying)\b|\bwhose version (?:is|should)\b`,
    String.raw`\bqui (?:\S+ ){0,3}(?:vraiment|reellement|veritablement)\b|\bqui (?:\S+ )?(?:est|sont|etait)(?:[- ](?:ce|il|elle))?(?: (?:donc|alors|le|la|les|l'))* ?(?:vrais? |veritables? |reels? )?(?:coupables?|fautifs?|dans le vrai)\b|\bqui (?:ment|a raison|a tort|dit (?:la verite|vrai)|faut[- ]il croire|dois[- ]je croire|croire)\b|\b(?:veritables?|vrais?) (?:coupables?|auteurs?|responsables?|attaquants?)\b`,
    String.raw`\b(?:est|sont|etait|etaient)[- ](?:elles?|ils?|ce)\b[^.?!]{0,30}\b(?:coupables?|innocente?s?|vraiment)\b|\best[- ]ce (?:que |qu')[^.?!]{1,40} (?:est|sont) (?:vraiment |reellement |bien )?(?:coupables?|innocente?s?|fautifs?)\b|\b(?:a|selon|d'apres) (?:ton|votre|toi|vous)(?: (?:propre|humble))?(?: avis| opinion)?(?![\w'])|\b(?:penses|crois)[- ]tu\b|\bpensez[- ]vous\b|\bcroyez[- ]vous\b|\bque (?:penses|crois)|\b(?:toi|vous),? (?:tu |vous )?(?:dirai[st]|diriez|en penses|en pensez|pencherai[st]|parierai[st]|jugerai[st]|trancherai[st])|\btu (?:dirais|penses|crois|pencherais|parierais)\b|\btranche[zs]?\b(?! de)|\b(?:ton|votre) (?:propre )?(?:avis|opinion|verdict|jugement)\b|\bdis[- ]moi la verite\b`,
    '到底(?:是)?谁|究竟(?:是)?谁|真凶|真正的?(?:凶手|黑手|元凶|攻击者|作案者|幕后)|谁(?:才|真的|真正)?(?:是)?(?:有罪|在?撒谎|在说谎|说的是真的|对谁错|可信)|真的(?:是)?.{0,20}(?:干的|做的|所为|有罪)|有罪吗|是不是真的|你(?:个人)?(?:认为|觉得|怎么看|相信|的(?:看法|意见|观点|判断|结论))|依你看|说(?:句)?实话|你自己.{0,4}(?:判断|说|看|评|下结论)|你来(?:判断|说|评)|给(?:个|出)(?:结论|定论|准话)',
  ].join('|'),
  'u',
);

/** Rudeness. Counts only where nothing else is asked. */
export const INSULT =
  /\b(?:idiote?s?|stupid(?:e|es|ity)?|imbeciles?|cretin\w*|connards?|connasse|abruti\w*|debiles?|nul(?:le)?s?|con(?:ne)?|merde|ta gueule|ferme[- ]la|va te faire|foutre|pute|salope|encul\w*|fuck\w*|shit\w*|asshole|bitch|bastard|moron|dumb(?:ass)?|useless|shut up|sucks?|crap|trash|garbage|worthless)\b|傻[逼瓜子]?|笨蛋|白痴|滚(?:开|蛋)|混蛋|垃圾|去死|操你|他妈的?|蠢/u;

/** Other fields, by words that no question of this one has. */
export const OTHER_FIELD = new RegExp(
  [
    String.raw`\b(?:quel temps|meteo|il (?:pleu|neige)\w*|recettes?|cuisin\w*|cuire|gateaux?|crepes?|tartes?|weather|forecast for|(?:will|going to) (?:rain|snow)|recipes?|bake|cook(?:ing)?|omel\w*t\w*)\b`,
    String.raw`\b(?:poeme|poesie|chanson|blagues?|histoire drole|horoscope|devoirs?|poem|haiku|lyrics|joke|riddle|horoscope|homework|essay|limerick)\b`,
    String.raw`\b(?:coupe du monde|world cup|football match|ligue des champions|super bowl|cours de (?:la )?bourse|stock price|bitcoin|restaurants?|hotel|vols? pour|flights? to)\b`,
    String.raw`\b(?:python|javascript|typescript|java|sql|html|css|regex|bash)\b`,
    '天气|下雨吗|气温|菜谱|怎么做菜|笑话|写首?诗|股价|世界杯|餐厅|星座|作业',
  ].join('|'),
  'u',
);
