/** Which licences a package of the production tree may have, and why. */
import type { LockedPackage } from './production-packages.ts';

/** SPDX names. What is not here is a decision: read the licence, then add it with the reason. */
export const ALLOWED_LICENCES: Readonly<Record<string, string>> = {
  '0BSD': 'asks for nothing',
  'Apache-2.0': 'our own; keep its text and notices',
  'BlueOak-1.0.0': 'permissive; keep its text or a link to it',
  'BSD-2-Clause': 'permissive; keep its text',
  'BSD-3-Clause': 'permissive; keep its text, and do not advertise with its authors’ names',
  ISC: 'permissive; keep its text',
  MIT: 'permissive; keep its text',
  'MPL-2.0': 'its files stay under it; we use the package unchanged, beside our own code',
  'ODbL-1.0': 'data: we use it unchanged, and name it in what is made of it',
  'OFL-1.1': 'fonts: may be used in pictures and passed on, not sold by themselves',
  'Python-2.0': 'permissive; keep its text',
  Unlicense: 'public domain',
};

/** Packages whose licence the lock file does not have, as it was read in the package itself. */
export const READ_LICENCES: Readonly<Record<string, string>> = {
  // Its `package.json` has the old list `licenses`; its file LICENSE is the text.
  'world-countries': 'ODbL-1.0',
};

/** The licence in words of SPDX; null where there is none. */
export function licenceOf({ name, licence }: Pick<LockedPackage, 'name' | 'licence'>): string | null {
  return licence ?? READ_LICENCES[name] ?? null;
}

/** One line for each package that may not be there. */
export function licenceProblems(packages: readonly LockedPackage[]): string[] {
  return packages.flatMap((each) => {
    const licence = licenceOf(each);
    const who = `${each.name}@${each.version}`;
    if (licence === null)
      return [`${who} names no licence: read it in the package, then add it to READ_LICENCES, or do without`];
    if (isAllowed(licence)) return [];
    return [`${who} is under ${licence}, which scripts/supply/licence-rules.ts does not allow`];
  });
}

/** Of several with `OR`, one must be allowed; of several with `AND`, each. What is nested deeper is for a person. */
function isAllowed(expression: string): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(bare)) return false;
  return bare
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => Object.hasOwn(ALLOWED_LICENCES, name)));
}
