/** Numbers written in words, in French and English, and what multiplies a number written in digits. */

const list = (entries: string): Map<string, number> =>
  new Map(
    entries
      .trim()
      .split(/\s+/)
      .map((entry) => {
        const [word = '', value = ''] = entry.split('=');
        return [word, Number(value)];
      }),
  );

/** Below a hundred; they add up («soixante et onze», "forty-one"). Folded, as the tokenizer cuts them. */
const SMALL: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  fr: list(`deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14
    quinze=15 seize=16 vingt=20 vingts=20 trente=30 quarante=40 cinquante=50 soixante=60 septante=70 huitante=80
    nonante=90 dizaine=10 douzaine=12 quinzaine=15 vingtaine=20 trentaine=30 quarantaine=40 cinquantaine=50
    soixantaine=60 double=2 doublait=2 doublaient=2 triple=3 quadruple=4 decuple=10`),
  en: list(`two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13
    fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50
    sixty=60 seventy=70 eighty=80 ninety=90 dozen=12 twice=2 doubled=2 tripled=3 quadrupled=4 twofold=2 threefold=3 fourfold=4 fivefold=5 sixfold=6 tenfold=10`),
};
/** A hundred and more; they multiply. */
const SCALES: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  fr: list(`cent=1e2 cents=1e2 centaine=1e2 mille=1e3 millier=1e3 million=1e6 millions=1e6 milliard=1e9 milliards=1e9
    md=1e9 mds=1e9`),
  en: list(
    `hundred=1e2 thousand=1e3 million=1e6 millions=1e6 billion=1e9 billions=1e9 bn=1e9 trillion=1e12 mn=1e6`,
  ),
};
/** «Des dizaines», "hundreds of": how many, roughly. */
const VAGUE: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  fr: list('dizaines=10 douzaines=10 vingtaines=20 centaines=1e2 milliers=1e3 millions=1e6 milliards=1e9'),
  en: list('dozens=10 tens=10 scores=20 hundreds=1e2 thousands=1e3 millions=1e6 billions=1e9'),
};
/** Parts of a whole, in per cent. */
const PARTS: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  fr: list('moitie=50 tiers=33.3 quart=25'),
  en: list('half=50 third=33.3 thirds=33.3 quarter=25 quarters=25'),
};
const ORDINALS: Readonly<Record<string, ReadonlyMap<string, number>>> = {
  fr: list(`deuxieme=2 troisieme=3 quatrieme=4 cinquieme=5 sixieme=6 septieme=7 huitieme=8 neuvieme=9 dixieme=10
    onzieme=11 douzieme=12`),
  en: list('third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9 tenth=10 eleventh=11 twelfth=12'),
};

const lookUp = (
  table: Readonly<Record<string, ReadonlyMap<string, number>>>,
  lang: string,
  word: string,
): number | undefined => table[lang]?.get(word);

export const smallNumber = (lang: string, word: string): number | undefined => lookUp(SMALL, lang, word);
export const scaleOf = (lang: string, word: string): number | undefined => lookUp(SCALES, lang, word);
export const vagueNumber = (lang: string, word: string): number | undefined => lookUp(VAGUE, lang, word);
export const partOf = (lang: string, word: string): number | undefined => lookUp(PARTS, lang, word);
export const ordinal = (lang: string, word: string): number | undefined => lookUp(ORDINALS, lang, word);
