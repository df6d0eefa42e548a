/** THIRD-PARTY.md: what else is in the product, under which licence. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ALLOWED_LICENCES, licenceOf, licenceProblems } from './licence-rules.ts';
import { readProductionTree } from './production-packages.ts';

/** The page, made of the lock file in `root`. */
export function thirdPartyPage(root: string): string {
  const byLicence = new Map<string, Set<string>>();
  for (const each of readProductionTree(root).packages) {
    const licence = licenceOf(each) ?? 'none';
    byLicence.set(licence, (byLicence.get(licence) ?? new Set()).add(each.name));
  }
  const sections = [...byLicence]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([licence, names]) => {
      const reason = ALLOWED_LICENCES[licence];
      const list = [...names].sort().map((name) => `- \`${name}\``);
      return `## ${licence}\n\n${reason === undefined ? '' : `Allowed: ${reason}.\n\n`}${list.join('\n')}\n`;
    });
  return `# Third-party packages

<!-- Made from package-lock.json by \`npm run licences\`. The rules are in scripts/supply/licence-rules.ts. -->

What \`npm ci --omit=dev\` installs beside Casebook, by licence. Each package brings the text of its own, which stays where
npm puts it; versions and digests are in the bill of materials (\`npm run sbom\`). Casebook itself is under Apache-2.0.

${sections.join('\n')}`;
}

/** What \`npm run validate\` tells: licences that are not allowed, and a page that is stale. */
export function supplyProblems(root: string): string[] {
  const problems = licenceProblems(readProductionTree(root).packages);
  if (problems.length > 0) return problems;
  return readFileSync(join(root, 'THIRD-PARTY.md'), 'utf8') === thirdPartyPage(root)
    ? []
    : ['THIRD-PARTY.md is stale: npm run licences writes it'];
}
