/** News agencies, whose reports many papers print: by what a publisher's name or a credit line shows them. */

interface Agency {
  /** As readers know it. */
  readonly name: string;
  /** Every form of its name in a text, for a regular expression. */
  readonly forms: string;
}

/** Agencies that papers of several countries credit. */
const AGENCIES: readonly Agency[] = [
  { name: 'AFP', forms: 'AFP|Agence France-Presse|法新社' },
  { name: 'Reuters', forms: 'Reuters|Thomson Reuters|路透社?' },
  { name: 'AP', forms: 'AP|Associated Press|美联社' },
  { name: 'dpa', forms: 'dpa|Deutsche Presse-Agentur|德新社' },
  { name: 'Xinhua', forms: 'Xinhua(?: News Agency)?|Chine nouvelle|新华社|新华网' },
  { name: 'TASS', forms: 'TASS|ITAR-TASS|塔斯社' },
  { name: 'RIA Novosti', forms: 'RIA Novosti|俄新社' },
  { name: 'Interfax', forms: 'Interfax|国际文传电讯社' },
  { name: 'Sputnik', forms: 'Sputnik|俄罗斯卫星通讯社' },
  { name: 'Kyodo', forms: 'Kyodo(?: News)?|共同社' },
  { name: 'Jiji', forms: 'Jiji(?: Press)?|时事社' },
  { name: 'Yonhap', forms: 'Yonhap|韩联社' },
  { name: 'KCNA', forms: 'KCNA|Korean Central News Agency|朝中社' },
  { name: 'CNA', forms: 'Central News Agency|中央社' },
  { name: 'IRNA', forms: 'IRNA' },
  { name: 'ANSA', forms: 'ANSA' },
  { name: 'EFE', forms: 'EFE' },
  { name: 'ČTK', forms: 'ČTK|CTK' },
  { name: 'PAP', forms: 'Polska Agencja Prasowa' },
  { name: 'NTB', forms: 'NTB' },
  { name: 'Bloomberg', forms: 'Bloomberg(?: News)?' },
];

const CREDITS = AGENCIES.map(({ name, forms }) => ({
  name,
  publisher: new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${forms})(?![\p{L}\p{N}])`, 'u'),
  credit: new RegExp(
    [
      // «PRAGUE (Reuters) – …», «(avec AFP)»
      String.raw`[(（\[](?:avec |with |via |source ?[:：] ?|©\s?)?(?:${forms})(?:[,/ ][^)）\]]{0,20})?[)）\]]`,
      // «rapporte l'agence Reuters», "according to Reuters"
      String.raw`(?:[Ss]elon|[Dd]['’]apr[eè]s|[Aa]vec|rapport\p{L}+|cit\p{L}+ par|[Ss]ource ?[:：]|[Aa]ccording to|reported by|carried by|via|©)\s+(?:l['’]agence(?: de presse)?(?: \p{L}+)? |the (?:\p{L}+[- ]){0,3}agency )?(?:${forms})(?![\p{L}\p{N}])`,
      // "Reuters reported", «l'agence TASS rapporte»
      String.raw`(?<![\p{L}\p{N}])(?:${forms})\s+(?:has )?(?:report(?:ed|s)|rapporte|indique)(?!\p{L})`,
      // «APT28攻击电信» is no report of AP.
      `据?(?<![A-Za-z0-9])(?:${forms})(?![A-Za-z0-9])[^。]{0,12}(?:电(?![信力网子站台视])|報道|报道|消息|讯)`,
    ].join('|'),
    'u',
  ),
}));

/** The agencies on whose report a source rests, as its publisher's name and credits tell; empty for none. */
export function agenciesOf(publisher: string | null, text: string): ReadonlySet<string> {
  const own = CREDITS.filter((agency) => publisher !== null && agency.publisher.test(publisher));
  const found = own.length > 0 ? own : CREDITS.filter(({ credit }) => credit.test(text));
  return new Set(found.map(({ name }) => name));
}
