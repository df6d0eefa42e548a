/** Whether a report is of an attack on the target that its story is about, and what it names beyond. */
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { joinTargets, type NamedTargets, type ReportTargets } from './report-targets.ts';
import { isSameTarget } from './target-kinds.ts';

export type TargetRelation = 'same' | 'other-target' | 'other-victim' | 'unknown';

/** What any of the reports names. */
export function targetsOfStory(reports: readonly ReportTargets[]): ReportTargets {
  return {
    title: joinTargets(reports.map(({ title }) => title)),
    all: joinTargets(reports.map(({ all }) => all)),
  };
}

/**
 * What the headlines of one name is looked for in all of the other, since what stands below is background in part. Two
 * targets are two only where the report's headline names its own. Where either names nothing, nothing is known.
 */
export function compareTargets(own: ReportTargets, story: ReportTargets, lexicon: Lexicon): TargetRelation {
  const areVictimsApart =
    areApart(countriesOf(own), story.all.allCountries) && areApart(countriesOf(story), own.all.allCountries);
  if (areVictimsApart) return 'other-victim';
  const theirs = thingsOf(story);
  if (isNamedIn(thingsOf(own), story.all, lexicon) || isNamedIn(theirs, own.all, lexicon)) return 'same';
  // One town has a hospital and a railway: a shared name says less than two things that differ.
  if (own.title.things.size > 0 && story.title.things.size > 0) return 'other-target';
  if (shareNames(own.title, story.all) || shareNames(story.title, own.all)) return 'same';
  return own.title.things.size > 0 && theirs.size > 0 ? 'other-target' : 'unknown';
}

/**
 * Targets and their countries that no report of the story named; `target|fuel-station`, `victim|FI`.
 *
 * @param speakers countries that have the word in the report: a new accuser is a claim of its own.
 */
export function newTargets(
  own: ReportTargets,
  story: ReportTargets,
  speakers: readonly string[],
  lexicon: Lexicon,
): string[] {
  const things = [...thingsOf(own)].filter((thing) => !isNamedIn(new Set([thing]), story.all, lexicon));
  const victims = [...countriesOf(own)].filter(
    (country) => !story.all.allCountries.has(country) && !speakers.includes(country),
  );
  return [...victims.map((country) => `victim|${country}`), ...things.map((thing) => `target|${thing}`)];
}

/** Those of the headline; where it has none, of what stands below. */
function thingsOf({ title, all }: ReportTargets): ReadonlySet<string> {
  return title.things.size > 0 ? title.things : all.things;
}

function countriesOf({ title, all }: ReportTargets): ReadonlySet<string> {
  return title.countries.size > 0 ? title.countries : all.countries;
}

function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((one) => b.has(one));
}

function shareNames(a: NamedTargets, b: NamedTargets): boolean {
  return [...a.names].some((name) => b.names.has(name));
}

function isNamedIn(things: ReadonlySet<string>, { mentioned }: NamedTargets, lexicon: Lexicon): boolean {
  return [...things].some((thing) => [...mentioned].some((other) => isSameTarget(thing, other, lexicon)));
}
