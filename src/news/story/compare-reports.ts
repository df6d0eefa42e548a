/** How alike two reports are, as a number and in words. */
import type { ReportSigns } from './report-signs.ts';
import type { SignWeights } from './sign-weights.ts';

export interface Likeness {
  /** 0 to 1. */
  readonly score: number;
  /** Short neutral words; signs as the texts have them. */
  readonly reasons: readonly string[];
}

const WEIGHTS = { sameAccused: 0.06, samePair: 0.06, sameCase: 0.1 } as const;
/** What remains of a likeness where the sides differ. */
const OTHER_ACCUSED = 0.6;
const OTHER_ACCUSER = 0.85;
const OTHER_CASE = 0.7;
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
    score += WEIGHTS.sameAccused;
    reasons.push('same accused');
    if (accusers === 'same') {
      score += WEIGHTS.samePair;
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
  if (a.caseId !== null && b.caseId !== null) {
    const same = a.caseId === b.caseId;
    score = same ? score + WEIGHTS.sameCase : score * OTHER_CASE;
    reasons.push(same ? 'same case' : 'other case');
  }
  return { score: Math.min(1, score), reasons };
}

function relation(a: ReadonlySet<string>, b: ReadonlySet<string>): 'same' | 'other' | 'unknown' {
  if (a.size === 0 || b.size === 0) return 'unknown';
  for (const one of a) if (b.has(one)) return 'same';
  return 'other';
}
