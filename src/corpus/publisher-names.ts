/** Tells a publisher from a person in a byline, by what the name itself says. */

/** News agencies: they may stand as a publisher alone, in a dateline, or behind «avec» and «with». */
const AGENCIES =
  'AFP|Agence France-Presse|Reuters|AP|The Associated Press|Associated Press|Xinhua|Chine nouvelle|Belga|ATS|Keystone-ATS|EFE|DPA|dpa|ANSA|TASS|Kyodo|Yonhap|ČTK|CTK|PAP|UPI|PTI|Bloomberg|新华社|中新社|中新网|法新社|路透社|美联社|彭博社|共同社|中央社|agences?|agencies|wires?';
/** «AFP», «AFP et Reuters», «AFP, AP». */
export const AGENCY_LIST = `(?:${AGENCIES})(?:(?:,| et| and|/| &)? ?(?:${AGENCIES}))*`;
const ONLY_AGENCIES = new RegExp(`^${AGENCY_LIST}$`, 'u');
const WITH_AGENCIES = new RegExp(`^(.{2,40}?) (?:avec|with|et|and) (?:l['’])?${AGENCY_LIST}$`, 'u');
/** A title begins with an article, or its name has no space and capitals inside («BFMTV», «20Minutes»). */
const BEGINS_WITH_ARTICLE = /^(?:Le|La|Les|The|L['’])\s?\p{Lu}[\p{L}\p{N}'’. -]*$/u;
const ONE_WORD_OUTLET = /^(?=.*(?:\p{Lu}\p{Lu}|\p{Ll}\p{Lu}|\p{N}|\.\p{Ll}{2,}$))[\p{L}\p{N}.+-]{2,25}$/u;
const NO_NAME =
  /^(?:la |le |the )?(?:rédaction|redaction|staff|editors?|newsroom|correspondant.*|correspondent.*|admin)$/iu;

/** Whether the text is the name of one news agency or a list of them. */
export function isAgencyList(name: string): boolean {
  return ONLY_AGENCIES.test(name);
}

/**
 * The publisher that a byline names («Le Journal avec AFP»), or null when it names a person, or something unclear.
 */
export function publisherOfByline(name: string): string | null {
  if (NO_NAME.test(name)) return null;
  if (isAgencyList(name) && !/^(?:agences?|agencies|wires?)$/iu.test(name)) return name;
  const withAgencies = WITH_AGENCIES.exec(name)?.[1];
  if (withAgencies !== undefined) {
    // One word beside an agency is an outlet; two are as likely to be a person's name.
    return isOutlet(withAgencies) || /^\p{Lu}[\p{L}\p{N}]+$/u.test(withAgencies) ? name : null;
  }
  const afterComma = name.split(/, | pour | for /u).at(-1) ?? name;
  return isOutlet(afterComma) ? afterComma : null;
}

function isOutlet(name: string): boolean {
  return (BEGINS_WITH_ARTICLE.test(name) || ONE_WORD_OUTLET.test(name)) && !NO_NAME.test(name);
}
