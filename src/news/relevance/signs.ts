/** What the tables of headline signs hold: words over evenly folded text, for one language each. */
import type { NewsKind } from '../../core/news-kind.ts';

export interface ActSign {
  readonly kind: NewsKind;
  readonly sign: RegExp;
  /**
   * Where the accused stands: behind the words (`active`), before them (`passive`), before them since the accused
   * themselves do it (`own`), or anywhere (`nominal`).
   */
  readonly form: 'active' | 'passive' | 'own' | 'nominal';
  /** True for words that need not accuse: «behind», «linked to», «warns». */
  readonly weak?: boolean;
}

export interface HeadlineSigns {
  readonly acts: readonly ActSign[];
  /** An attack on computers in words that can mean other things, but not beside these. */
  readonly attack: RegExp;
  /** Right behind a state's name or adjective: it is the attacker. */
  readonly attackerBehind: RegExp;
  /** Right before a state's name: it is the attacker, or stands behind one. */
  readonly attackerBefore: RegExp;
  /** Right before a name: it is what was attacked, or where, and not who attacked. */
  readonly victimBefore: RegExp;
  /** Attackers of no named group or state: «a hacking crew». */
  readonly band: RegExp;
  /** Who can say who attacked, where no body is named: researchers, a report. */
  readonly sayer: RegExp;
  /** News of the trade, without a culprit: flaws, products, money, advice, laws, exercises. */
  readonly routine: RegExp;
  /** Single people before the police. */
  readonly commonCrime: RegExp;
  /** What people are accused of besides attacks on computers. */
  readonly otherAffair: RegExp;
}
