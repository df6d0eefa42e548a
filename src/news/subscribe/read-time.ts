/** Times of day as people write them in three languages. */

/** `8`, `08:00`, `8h`, `8h30`, `8.30`, `8 am`, `8:15 PM`, `8点`, `8点30分`, `上午8点`, `下午3点半`. */
const TIME =
  /^(上午|下午|晚上|早上)?\s*(\d{1,2})(?:\s*(?:[:：.hH]|点|時|时)\s*(?:(\d{2})\s*分?|(半))?)?\s*([ap])?\.?(?:m\.?)?$/u;

/** @returns `HH:MM`; null when it is no time of day. */
export function readTime(text: string): string | null {
  const lower = text.trim().toLowerCase();
  const match = TIME.exec(lower === 'noon' || lower === 'midi' ? '12:00' : lower);
  if (match === null) return null;
  const [, part, hours, minutes, half, meridiem] = match;
  let hour = Number(hours);
  const minute = half === undefined ? Number(minutes ?? 0) : 30;
  const afternoon = part === '下午' || part === '晚上' || meridiem === 'p';
  const morning = part === '上午' || part === '早上' || meridiem === 'a';
  if ((afternoon || morning) && (hour < 1 || hour > 12)) return null;
  if (afternoon && hour < 12) hour += 12;
  if (morning && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return null;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
