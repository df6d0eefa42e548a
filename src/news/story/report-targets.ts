/** What was attacked, as a report has it: institutions and things, names, and whose they are. */
import { evenFold } from '../../claims/even-fold.ts';
import { countryOf } from '../../claims/parties.ts';
import { isName } from '../../lexicon/concept.ts';
import type { ConceptMatch } from '../../lexicon/concept-matcher.ts';
import type { Analysis, Lexicon } from '../../lexicon/lexicon.ts';
import type { Judgement } from '../judgement.ts';
import { targetKind } from './target-kinds.ts';
import { follows } from './time-factor.ts';

export interface NamedTargets {
  /** Ids of concepts that stand as what was attacked. */
  readonly things: ReadonlySet<string>;
  /** With those that may as well have the word: enough to share, too little to differ by. */
  readonly mentioned: ReadonlySet<string>;
  /** Places and other names, lower-case or ids, but for attackers and speakers. */
  readonly names: ReadonlySet<string>;
  /** Countries that are not accused: whose the target is, or who speaks. */
  readonly countries: ReadonlySet<string>;
  /** With those that are. */
  readonly allCountries: ReadonlySet<string>;
}

export interface ReportTargets {
  readonly title: NamedTargets;
  /** Title and what stands below it. */
  readonly all: NamedTargets;
}

/** Of an attack, evenly folded; then what was attacked, in the same clause. */
const ATTACKED_BEFORE =
  /(?:\bhack\w*|\battack\w*|\battaqu\w*|\bcyber\w*|\bpirat\w*|\bbreach\w*|\bbroke into|\bbreak-?in|\bintru[ds]\w*|\binfiltr\w*|\bpenetr\w*|\bespion\w*|\bspied|\bspying|\btarget\w*|\bcibl\w*|\bvis(?:e|ent|er|ait|ant)\b|\bstole\w*|\bvol(?:e|er)?\b|\bcop(?:ied|ie|ier)\b|\bwip\w+|\beffac\w*|\bread\b|\blu\b|\bagainst\b|\bcontre\b|入侵|攻击|攻擊|窃取|竊取|潜入|渗透|監聽|监听|盗取|针对|針對)[^.,:;!?«»"。，：；！？]{0,45}$/u;
/** Right behind what was attacked: «parliament hack», «Parlement espionné», 医院遭攻击. */
const ATTACKED_AFTER =
  /^\s?(?:(?!(?:say|said|accus|blam|dit|affirm)\w*\s)[\p{L}'’-]+\s){0,2}(?:hack|breach|intrusion|cyber-?attack|infiltr|pirat|espionn|vise|cible|attaque|paralys)|^[\p{Script=Han}]{0,6}(?:遭|被|受)/u;

export function readTargets(
  title: Analysis,
  below: Analysis | null,
  judgement: Judgement,
  lexicon: Lexicon,
): ReportTargets {
  const own = namedIn(title, judgement, lexicon);
  if (below === null) return { title: own, all: own };
  return { title: own, all: joinTargets([own, namedIn(below, judgement, lexicon)]) };
}

export function joinTargets(all: readonly NamedTargets[]): NamedTargets {
  return {
    things: new Set(all.flatMap(({ things }) => [...things])),
    mentioned: new Set(all.flatMap(({ mentioned }) => [...mentioned])),
    names: new Set(all.flatMap(({ names }) => [...names])),
    countries: new Set(all.flatMap(({ countries }) => [...countries])),
    allCountries: new Set(all.flatMap(({ allCountries }) => [...allCountries])),
  };
}

function namedIn(analysis: Analysis, judgement: Judgement, lexicon: Lexicon): NamedTargets {
  const { text, tokens, concepts } = analysis;
  const folded = evenFold(text);
  const said = judgement.claims.map(({ speaker }) => speaker);
  const accused = judgement.claims.flatMap(({ against }) => against?.actor ?? []);
  const speaks = (start: number, end: number) => said.some((words) => words.includes(text.slice(start, end)));
  const things = new Set<string>();
  const mentioned = new Set<string>();
  const names = new Set<string>();
  const countries = new Set<string>();
  const allCountries = new Set<string>();
  const taken = new Set<number>();
  const foes = new Set([...judgement.countries.accused, ...accusedStates(judgement)]);
  for (const match of concepts) {
    const { concept, start, end, inner } = match;
    for (const index of match.tokens) taken.add(index);
    const country = countryOf(concept, lexicon);
    // The union speaks and punishes; what is attacked is mostly in one country.
    if (country !== null && country !== 'EU') {
      allCountries.add(country);
      if (!foes.has(country)) countries.add(country);
    }
    if (inner || concept.kind === 'actor' || concept.kind === 'country') continue;
    const attacks = accused.some((words) => words.includes(text.slice(start, end)));
    if (attacks) continue;
    if (concept.kind === 'place' && lexicon.countryOfCapital(concept.id) === undefined) names.add(concept.id);
    const kind = targetKind(concept, lexicon);
    if (kind === null) continue;
    mentioned.add(concept.id);
    // A body of the accused state is its arm.
    if (speaks(start, end) || (country !== null && foes.has(country) && isName(concept))) continue;
    if (kind === 'target' || (kind === 'body' && isAttacked(folded, match))) things.add(concept.id);
  }
  for (const [i, { capitalized, stop, numeric, folded: word, start, end }] of tokens.entries())
    if (capitalized && !stop && !numeric && !taken.has(i) && word.length > 3 && start > 0)
      if (!speaks(start, end) && !accused.some((words) => words.includes(text.slice(start, end))))
        names.add(word);
  // «Selon Athènes» may be read as the accused. Beside a group's name a country is more often its victim than its master.
  if (countries.size === 0 && judgement.actors.length > 0 && !follows(judgement.kinds))
    for (const country of allCountries) countries.add(country);
  return { things, mentioned, names, countries, allCountries };
}

function accusedStates({ claims }: Judgement): string[] {
  return claims.flatMap(({ kind, against }) =>
    (kind === 'accusation' || kind === 'measure') && against?.state != null ? against.state : [],
  );
}

function isAttacked(folded: string, { start, end }: ConceptMatch): boolean {
  return ATTACKED_BEFORE.test(folded.slice(0, start)) || ATTACKED_AFTER.test(folded.slice(end));
}
