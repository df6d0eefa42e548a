/** Drops from an address what says where a reader came from and not what is read. */

/**
 * Names of parameters that count readers: of campaigns (`utm_*`, `at_*`, `ns_*`, `mc_*`, `pk_*`), of advertisers' clicks
 * (`fbclid`, `gclid`, …), of shares and feeds (`xtor`, `ref_src`, `ftag`, …). No name is listed that pages use to tell
 * articles apart: `id`, `p`, `ref` and `source` stay.
 */
const TRACKING =
  /^(?:utm_\w+|at_\w+|mc_[ce]id|fbclid|gclid|gclsrc|gbraid|wbraid|dclid|msclkid|twclid|igshid|igsh|yclid|xtor|ref_src|spm|cmpid|cmp|ocid|ftag|smid|ns_\w+|pk_\w+|mtm_\w+|_ga|_hsenc|_hsmi|mkt_tok|vero_id|oly_(?:anon|enc)_id|wt_mc|__twitter_impression)$/i;

/** @returns the address without those parameters; the others keep their order. */
export function withoutTracking(url: URL): URL {
  const clean = new URL(url);
  const names = new Set(clean.searchParams.keys());
  for (const name of names) if (TRACKING.test(name)) clean.searchParams.delete(name);
  return clean;
}

/** Whether a fragment (`#xtor=RSS-1`) is such a parameter and nothing else. */
export function isTrackingFragment(hash: string): boolean {
  const name = /^#([\w-]{1,40})=/.exec(hash)?.[1];
  return name !== undefined && TRACKING.test(name);
}
