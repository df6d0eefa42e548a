/** How alike two reports are, as a number and in words. */
import type { ReportSigns } from './report-signs.ts';
import type { SignWeights } from './sign-weights.ts';

export interface Likeness {
  /** 0 to 1. */
  readonly score: number;
  /** Short neutral words; signs as the texts have them. */
  readonly reasons: readonly string[];
}

const SAME_ACCUSED = 0.06;
const SAME_PAIR = 0.14;
const SAME_CASE = 0.1;
/** What remains of a likeness where the sides differ. */
const OTHER_ACCUSED = 0.85;
const OTHER_ACCUSER = 0.85;
const OTHER_CASE = 0.7;
/** Two groups of attackers are two affairs, unless nobody agrees who it was. */
const OTHER_ACTOR = 0.7;
/** Signs that are told as a reason. */
const TOLD = 5;

export function compareReports(a: ReportSigns, b: ReportSigns, { weight }: SignWeights): Likeness {
  if (a.address !== null && a.address === b.address) return { score: 1, reasons: ['same address'] };
  const sameLang = a.lang === b.lang;
  // Words are a language's own; across languages names take their place.
  const left = sameLang ? 'n:' : 'w:';
  let [dot, normA, normB] = [0, 0, 0];
  const shared: { sign: string; value: number }[] = [];
  for (const [sign, value] of a.signs) {
    if (sign.startsWith(left)) continue;
    const idf = weight(sign);
    normA += (value * idf) ** 2;
    const other = b.signs.get(sign);
    if (other === undefined) continue;
    const product = value * other * idf * idf;
    dot += product;
    shared.push({ sign, value: product });
  }
  for (const [sign, value] of b.signs) if (!sign.startsWith(left)) normB += (value * weight(sign)) ** 2;
  const reasons = shared
    .sort((x, y) => y.value - x.value)
    .slice(0, TOLD)
    .map(({ sign }) => sign.slice(sign.indexOf(':') + 1));
  let score = dot === 0 ? 0 : dot / Math.sqrt(normA * normB);
  const accused = relation(a.parties.accused, b.parties.accused);
  const accusers = relation(a.parties.accusers, b.parties.accusers);
  if (accused === 'same') {
    score += SAME_ACCUSED;
    reasons.push('same accused');
    if (accusers === 'same') {
      score += SAME_PAIR;
      reasons.push('same accuser');
    }
  }
  if (accused === 'other') {
    score *= OTHER_ACCUSED;
    reasons.push('other accused');
  }
  if (accusers === 'other') {
    score *= OTHER_ACCUSER;
    reasons.push('other accuser');
  }
  if (relation(actorsIn(a), actorsIn(b)) === 'other') {
    score *= OTHER_ACTOR;
    reasons.push('other actor');
  }
  if (a.caseId !== null && b.caseId !== null) {
    const same = a.caseId === b.caseId;
    score = same ? score + SAME_CASE : score * OTHER_CASE;
    reasons.push(same ? 'same case' : 'other case');
  }
  return { score: Math.min(1, score), reasons };
}

function actorsIn({ signs }: ReportSigns): Set<string> {
  return new Set([...signs.keys()].filter((sign) => sign.startsWith('c:actor:')));
}

function relation(a: ReadonlySet<string>, b: ReadonlySet<string>): 'same' | 'other' | 'unknown' {
  if (a.size === 0 || b.size === 0) return 'unknown';
  for (const one of a) if (b.has(one)) return 'same';
  return 'other';
}
