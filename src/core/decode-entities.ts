/** Character references to characters: the five of XML, HTML's named ones, and numbers. Nothing that a document declares. */

/** HTML's names for U+00A0 to U+00FF, in order. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
/** The Greek letters, U+0391 on, without the place that has none. */
const GREEK =
  'Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega';
/** The other names, each with its character in base 16. */
const OTHERS =
  'amp=26 lt=3c gt=3e quot=22 apos=27 AMP=26 LT=3c GT=3e QUOT=22 COPY=a9 REG=ae OElig=152 oelig=153 Scaron=160 scaron=161 Yuml=178 fnof=192 circ=2c6 tilde=2dc sigmaf=3c2 thetasym=3d1 upsih=3d2 piv=3d6 ensp=2002 emsp=2003 thinsp=2009 zwnj=200c zwj=200d lrm=200e rlm=200f ndash=2013 mdash=2014 horbar=2015 lsquo=2018 rsquo=2019 rsquor=2019 sbquo=201a lsquor=201a ldquo=201c rdquo=201d rdquor=201d bdquo=201e ldquor=201e dagger=2020 Dagger=2021 bull=2022 hellip=2026 mldr=2026 permil=2030 prime=2032 Prime=2033 lsaquo=2039 rsaquo=203a oline=203e frasl=2044 euro=20ac image=2111 numero=2116 weierp=2118 real=211c trade=2122 TRADE=2122 alefsym=2135 larr=2190 uarr=2191 rarr=2192 darr=2193 harr=2194 crarr=21b5 lArr=21d0 uArr=21d1 rArr=21d2 dArr=21d3 hArr=21d4 forall=2200 part=2202 exist=2203 empty=2205 nabla=2207 isin=2208 notin=2209 ni=220b prod=220f sum=2211 minus=2212 lowast=2217 radic=221a prop=221d infin=221e ang=2220 and=2227 or=2228 cap=2229 cup=222a int=222b there4=2234 sim=223c cong=2245 asymp=2248 ne=2260 equiv=2261 le=2264 ge=2265 sub=2282 sup=2283 nsub=2284 sube=2286 supe=2287 oplus=2295 otimes=2297 perp=22a5 sdot=22c5 lceil=2308 rceil=2309 lfloor=230a rfloor=230b lang=2329 rang=232a loz=25ca spades=2660 clubs=2663 hearts=2665 diams=2666 check=2713 excl=21 num=23 dollar=24 percnt=25 lpar=28 rpar=29 ast=2a plus=2b comma=2c period=2e sol=2f colon=3a semi=3b equals=3d quest=3f commat=40 lsqb=5b lbrack=5b bsol=5c rsqb=5d rbrack=5d lowbar=5f grave=60 lcub=7b lbrace=7b verbar=7c vert=7c rcub=7d rbrace=7d Tab=9 NewLine=a amacr=101 Amacr=100 cacute=107 Cacute=106 ccaron=10d Ccaron=10c dcaron=10f ecaron=11b Ecaron=11a eogon=119 aogon=105 lstrok=142 Lstrok=141 nacute=144 ncaron=148 rcaron=159 Rcaron=158 sacute=15b Sacute=15a scedil=15f Scedil=15e tcaron=165 uring=16f zacute=17a zcaron=17e Zcaron=17d zdot=17c Zdot=17b gbreve=11f Gbreve=11e inodot=131 imath=131 Idot=130 emacr=113 imacr=12b omacr=14d umacr=16b odblac=151 udblac=171';

const NAMES = new Map<string, string>();
for (const [index, name] of LATIN.split(' ').entries()) NAMES.set(name, String.fromCodePoint(0xa0 + index));
for (const [index, name] of GREEK.split(' ').entries()) {
  NAMES.set(name, String.fromCodePoint(0x391 + index));
  NAMES.set(name.toLowerCase(), String.fromCodePoint(0x3b1 + index));
}
for (const pair of OTHERS.split(' ')) {
  const [name = '', code = ''] = pair.split('=');
  NAMES.set(name, String.fromCodePoint(Number.parseInt(code, 16)));
}

/** What Windows-1252 has at 0x80 to 0x9f: numbers that name control characters mean these. */
const WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Long enough for any number or name; bounds what is read at each `&`. */
const REFERENCE = /&(?:#(\d{1,8})|#[xX]([\da-fA-F]{1,7})|([a-zA-Z][a-zA-Z\d]{1,11}));/g;

/** Decodes once: what comes out is not read again. Unknown names, and ampersands that begin none, stay as they are. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(REFERENCE, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMES.get(name) ?? whole;
    return characterOf(decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal));
  });
}

function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS.charAt(code - 0x80);
  const none = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return none ? '\ufffd' : String.fromCodePoint(code);
}

/** Ampersands that begin no reference become references, so that no reader takes `&copy=1` of an address for ©. */
export function escapeLooseAmpersands(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?!(?:#\d{1,8}|#[xX][\da-fA-F]{1,7}|[a-zA-Z][a-zA-Z\d]{1,31});)/g, '&amp;');
}
