/** Numbers in Chinese text: 4000万, 一亿两千万, 三名, 数百, 百分之四十. */
import type { FoundNumber, NumberUnit } from './number.ts';

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  兩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const SMALL_SCALES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const LARGE_SCALES: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 };

const NUMERAL = '[\\d〇零一二两兩三四五六七八九十百千万萬亿億]';
/** An ordinal mark, what makes it vague, the numeral, and what is behind it. */
const PATTERN = new RegExp(
  `(百分之)?(第)?([数數几幾上]?)(\\d[\\d,]*(?:\\.\\d+)?)?(${NUMERAL}*)([多余餘来])?([万萬亿億])?(分之)?`,
  'gu',
);
/** Counters and nouns behind which one Han numeral is a number: 三名, 五国; 「两国」 are both. */
const COUNTED =
  /^(?:[名个個人项項家次位条條天周起艘架台臺部种種类類份所座张張批款轮輪岁歲倍辆輛处處件套支户戶国國年日月州省]|小时|小時|成|多[名个個人家国國项項])/u;
const NO_NUMBER =
  /^(?:十分(?!之)|千万(?!\S)|万一|一一|百姓|万事|三角|九一八|四川|三星|千里|百度|万豪|七国集团|五眼)/u;
const UNITS: readonly [RegExp, NumberUnit][] = [
  [/^(?:%|％|个百分点|個百分點)/u, 'percent'],
  [/^(?:多|余|餘)?(?:美元|美金)/u, 'dollar'],
  [/^(?:多|余|餘)?(?:欧元|歐元)/u, 'euro'],
  [/^(?:多|余|餘)?(?:英镑|英鎊)/u, 'pound'],
  [/^(?:多|余|餘)?(?:人民币|元)/u, 'yuan'],
  [/^(?:多)?(?:个|個)月/u, 'month'],
  [/^(?:多)?年/u, 'year'],
  [/^(?:多)?(?:天|日)/u, 'day'],
  [/^(?:多)?(?:个|個)?(?:周|星期|礼拜)/u, 'week'],
  [/^(?:多)?(?:个|個)?(?:小时|小時)/u, 'hour'],
];
const ABOUT = /(?:约|約|大约|大約|左右|大概)$/u;
const LESS = /(?:近|将近|將近|接近|不到|不足|低于|至多|最多)$/u;
const MORE = /(?:超过|超過|逾|超|至少|高于|多于)$/u;

/**
 * The numbers of a Chinese text.
 *
 * @param strict leave out what may be part of a word; for a sentence to be checked, not for what it is checked against.
 */
export function findHanNumbers(text: string, strict: boolean): FoundNumber[] {
  const found: FoundNumber[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const [whole, percent, nth, vague = '', digits, numeral = '', more, scale, fraction] = match;
    if (digits === undefined && numeral === '') continue;
    const end = match.index + whole.length;
    const rest = text.slice(end);
    const from = text.slice(match.index);
    if (NO_NUMBER.test(from)) continue;
    const before = text.slice(Math.max(0, match.index - 4), match.index);
    if (/[A-Za-z]-?$/.test(before) && digits !== undefined) continue;
    if (fraction !== undefined && percent === undefined) {
      const over = new RegExp(`^${NUMERAL}+`, 'u').exec(rest)?.[0];
      const parts = over === undefined ? 0 : (parseHan(over) * 100) / Math.max(1, parseHan(numeral));
      if (parts > 0 && numeral !== '')
        found.push(plain(match.index, end + (over?.length ?? 0), parts, 'percent'));
      continue;
    }
    const single = digits === undefined && [...numeral].length === 1 && scale === undefined;
    const value = countOf(digits, numeral, scale);
    if (value === null || value === 0) continue;
    const bare = digits === undefined && percent === undefined && nth === undefined;
    if (/^[数數几幾]$/u.test(vague) || (vague === '上' && value >= 100)) {
      if (value >= 10) found.push({ ...plain(match.index, end, value, null), vague: true });
      continue;
    }
    if (strict && bare && (single || value === 1) && !(value > 1 && COUNTED.test(rest))) continue;
    if (strict && bare && value === 2 && /^[国國者方地岸]/u.test(rest)) continue;
    if (strict && value === 1) continue;
    const tenths = /^成(?![为為立员員果功])/u.test(rest) && value <= 10;
    const unit =
      percent !== undefined || tenths ? 'percent' : (UNITS.find(([sign]) => sign.test(rest))?.[1] ?? null);
    found.push({
      start: match.index,
      end,
      value: tenths ? value * 10 : value,
      unit,
      vague: false,
      ordinal: nth !== undefined,
      bound: boundOf(before, rest, more !== undefined),
    });
  }
  return found;
}

const plain = (start: number, end: number, value: number, unit: NumberUnit | null): FoundNumber => ({
  start,
  end,
  value,
  unit,
  vague: false,
  ordinal: false,
  bound: null,
});

function boundOf(before: string, rest: string, more: boolean): FoundNumber['bound'] {
  if (more || MORE.test(before) || /^[多余餘]/u.test(rest)) return 'more';
  if (LESS.test(before)) return 'less';
  return ABOUT.test(before) || /^.{0,3}左右/u.test(rest) ? 'about' : null;
}

function countOf(digits: string | undefined, numeral: string, scale: string | undefined): number | null {
  const large = scale === undefined ? 1 : (LARGE_SCALES[scale] ?? 1);
  if (digits === undefined) return parseHan(numeral) * large;
  let value = Number(digits.replaceAll(',', ''));
  for (const letter of numeral) value *= SMALL_SCALES[letter] ?? LARGE_SCALES[letter] ?? 1;
  return Number.isNaN(value) ? null : value * large;
}

/** 一亿两千万 is 120,000,000; a row of digits such as 二〇二五 is read digit by digit. */
function parseHan(numeral: string): number {
  const letters = [...numeral];
  if (letters.every((letter) => letter in DIGITS || /\d/.test(letter)))
    return Number(letters.map((letter) => DIGITS[letter] ?? letter).join(''));
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const letter of letters) {
    const small = SMALL_SCALES[letter];
    const large = LARGE_SCALES[letter];
    if (small !== undefined) {
      section += (digit ?? 1) * small;
      digit = null;
    } else if (large !== undefined) {
      const counted = section + (digit ?? 0);
      // 万亿: the larger scale multiplies all before it; after 亿, 万 begins a part of its own.
      total = large === 1e8 ? Math.max(1, total + counted) * large : total + Math.max(1, counted) * large;
      section = 0;
      digit = null;
    } else digit = (digit ?? 0) * 10 + (DIGITS[letter] ?? Number(letter));
  }
  return total + section + (digit ?? 0);
}
