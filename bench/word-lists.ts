/** The words and patterns that generated reports are made of, in the three languages of the product. */

export interface WordList {
  readonly lang: 'fr' | 'en' | 'zh';
  /** Sentences; a word in capitals is drawn from the list or the names of that kind. */
  readonly sentences: readonly string[];
  readonly questions: readonly string[];
  readonly words: Readonly<
    Record<'VERB' | 'BODY' | 'TARGET' | 'MEANS' | 'DATA' | 'MONTH' | 'EFFECT', string>
  >;
  readonly joint: string;
}

/** In the order of how often they come, parted by bars. */
export const WORD_LISTS: readonly WordList[] = [
  {
    lang: 'fr',
    joint: ' ',
    sentences: [
      'BODY de PLACE a VERB le groupe GROUP d’avoir visé TARGET de PLACE en MONTH YEAR.',
      'Selon PERSON, MEANS nommé TOOL a servi à copier DATA chez FIRM.',
      'L’entreprise FIRM indique que EFFECT a duré NUMBER jours et touché TARGET.',
      'PERSON, qui parle pour BODY de PLACE, dit ne pas pouvoir nommer les auteurs.',
      'Les experts de FIRM ont retrouvé TOOL sur NUMBER machines, à PLACE comme à PLACE.',
      'L’ambassade de PLACE rejette ces reproches et demande des preuves à BODY de PLACE.',
      'En MONTH YEAR, NUMBER comptes ont été ouverts au moyen de MEANS baptisé TOOL.',
      'GROUP aurait gardé DATA pendant NUMBER semaines avant EFFECT, écrit PERSON.',
    ],
    questions: [
      'Qui a VERB GROUP de l’attaque contre TARGET de PLACE ?',
      'Que dit PERSON de TOOL ?',
      'Quand FIRM a-t-elle perdu DATA à PLACE ?',
      'Comment PLACE répond-elle à BODY au sujet de GROUP ?',
    ],
    words: {
      VERB: 'accusé|soupçonné|mis en cause|dénoncé|incriminé|montré du doigt|désigné|blâmé',
      BODY: 'le ministère des affaires étrangères|le parquet|l’agence de sécurité|le gouvernement|la commission d’enquête|le service de renseignement|le parlement|la police judiciaire|le centre d’alerte|l’état-major|la cour d’appel|le régulateur des télécoms',
      TARGET:
        'les hôpitaux|les messageries|les élections|les banques|le réseau électrique|les ports|les universités|les mairies|les laboratoires|les journalistes|les satellites|les usines|les douanes|les tribunaux|les chemins de fer|les députés|les raffineries|les archives|les aéroports|les barrages',
      MEANS:
        'un logiciel espion|un cheval de Troie|un courriel piégé|un effaceur|un rançongiciel|une porte dérobée|une faille ancienne|un certificat volé|un enregistreur de frappe|un greffon modifié|un tunnel chiffré|une mise à jour falsifiée',
      DATA: 'des courriels|des dossiers médicaux|des mots de passe|des plans d’usine|des listes d’électeurs|des contrats|des relevés bancaires|des clés de chiffrement|des photographies|des procès-verbaux|des cartes marines|des brevets',
      MONTH: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
      EFFECT:
        'la panne|la coupure|la fuite|l’arrêt des serveurs|la divulgation|la perte d’accès|le sabotage|la surcharge',
    },
  },
  {
    lang: 'en',
    joint: ' ',
    sentences: [
      'BODY in PLACE VERB the group GROUP over an intrusion at TARGET in MONTH YEAR.',
      'According to PERSON, MEANS called TOOL was used to copy DATA from FIRM.',
      'The company FIRM says that EFFECT lasted NUMBER days and reached TARGET.',
      'PERSON, who speaks for BODY in PLACE, would not say who was behind it.',
      'Analysts at FIRM found TOOL on NUMBER machines, in PLACE as well as in PLACE.',
      'The embassy of PLACE rejects the claim and asks BODY in PLACE for evidence.',
      'In MONTH YEAR some NUMBER accounts were opened with MEANS known as TOOL.',
      'GROUP is said to have held DATA for NUMBER weeks before EFFECT, PERSON wrote.',
    ],
    questions: [
      'Who VERB GROUP over the attack on TARGET in PLACE?',
      'What does PERSON say about TOOL?',
      'When did FIRM lose DATA in PLACE?',
      'How does PLACE answer BODY about GROUP?',
    ],
    words: {
      VERB: 'accused|blamed|suspected|charged|denounced|named|indicted|faulted',
      BODY: 'the foreign ministry|the prosecutor|the security agency|the government|the inquiry|the intelligence service|parliament|the police|the response team|the general staff|the court of appeal|the telecoms regulator',
      TARGET:
        'hospitals|mail servers|the elections|banks|the power grid|ports|universities|town halls|laboratories|journalists|satellites|factories|customs offices|courts|railways|lawmakers|refineries|archives|airports|dams',
      MEANS:
        'spyware|a Trojan|a phishing message|a wiper|ransomware|a backdoor|an old flaw|a stolen certificate|a keylogger|a tampered plug-in|an encrypted tunnel|a forged update',
      DATA: 'emails|medical files|passwords|plant drawings|voter lists|contracts|bank statements|encryption keys|photographs|minutes|sea charts|patents',
      MONTH: 'January|February|March|April|May|June|July|August|September|October|November|December',
      EFFECT:
        'the outage|the blackout|the leak|the shutdown|the disclosure|the lockout|the sabotage|the overload',
    },
  },
  {
    lang: 'zh',
    joint: '',
    sentences: [
      'PLACE的BODYVERB组织GROUP在YEAR年MONTH入侵了TARGET。',
      'PERSON表示,名为TOOL的MEANS被用来从FIRM窃取DATA。',
      'FIRM公司称,EFFECT持续了NUMBER天,并影响到TARGET。',
      'PLACE大使馆否认这一说法,并要求PLACE的BODY拿出证据。',
      'YEAR年MONTH,约NUMBER个账户被MEANSTOOL打开。',
    ],
    questions: ['谁VERBGROUP攻击PLACE的TARGET?', 'PERSON怎样评价TOOL?', 'FIRM何时丢失了DATA?'],
    words: {
      VERB: '指责|指控|谴责|怀疑|点名|起诉',
      BODY: '外交部|检察院|安全局|政府|调查委员会|情报部门|议会|警方|应急中心|总参谋部',
      TARGET: '医院|邮件系统|选举|银行|电网|港口|大学|市政厅|实验室|记者|卫星|工厂|海关|法院|铁路|议员',
      MEANS: '间谍软件|木马|钓鱼邮件|擦除程序|勒索软件|后门|旧漏洞|被盗证书|键盘记录器|伪造更新',
      DATA: '电子邮件|病历|密码|图纸|选民名单|合同|银行记录|密钥|照片|会议记录|专利',
      MONTH: '一月|二月|三月|四月|五月|六月|七月|八月|九月|十月|十一月|十二月',
      EFFECT: '停机|断电|泄露|服务器关闭|公开|锁定|破坏|过载',
    },
  },
];
