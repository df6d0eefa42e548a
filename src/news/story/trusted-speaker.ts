/** Who speaks, as far as the rules can be believed: they take too much of a sentence where they lose their way. */
import type { ExtractedClaim } from '../../claims/extracted-claim.ts';

/** What no name contains. */
const NOT_IN_A_NAME = /[，。；;“”«»"!?！？\n]/u;
/** What stands in no name either: markup, addresses, a clause that goes on. */
const NO_NAME = /[*<>[\]{}|\\@`]|\/\/|\s(?:and|or|et|ou)$/iu;
/** UTF-16 code units, and words, of a name with office and country. */
const LONGEST = 80;
const MOST_WORDS = 9;

/** The speaker's name without a headline's first part («Telrys : Moscou»); null where it is none. */
export function speakerName({ speaker }: Pick<ExtractedClaim, 'speaker'>): string | null {
  const name = speaker.slice(Math.max(speaker.lastIndexOf(':'), speaker.lastIndexOf('：')) + 1).trim();
  const isName =
    name !== '' &&
    name.length <= LONGEST &&
    name.split(/\s+/u).length <= MOST_WORDS &&
    !NOT_IN_A_NAME.test(name) &&
    !NO_NAME.test(name);
  return isName ? name : null;
}

/** The speaker's country; null also where the words that were taken for the speaker hold several clauses. */
export function speakerCountryOf({
  speaker,
  speakerCountry,
}: Pick<ExtractedClaim, 'speaker' | 'speakerCountry'>): string | null {
  return NOT_IN_A_NAME.test(speaker) ? null : speakerCountry;
}
