/**
 * The bill of materials in CycloneDX 1.5: every package of the production tree, with its archive's digest. `npm sbom` leaves
 * out what is also a peer of a development package (`pg`, `yaml`, `zod`), and dates each document; this one is the same for
 * the same lock file.
 */
import { licenceOf } from './licence-rules.ts';
import type { LockedPackage, ProductionTree } from './production-packages.ts';

const ALGORITHMS: Readonly<Record<string, string>> = {
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha384: 'SHA-384',
  sha512: 'SHA-512',
};

export function makeSbom(tree: ProductionTree) {
  const refs = new Map(tree.packages.map((each) => [each.path, refOf(each)]));
  const refsOf = (paths: readonly string[]) =>
    [...new Set(paths.map((path) => refs.get(path)).filter((ref) => ref !== undefined))].sort();
  // A package that is installed in several places is one component.
  const components = new Map<string, ReturnType<typeof component>>();
  const edges = new Map<string, Set<string>>([[refOf(tree), new Set(refsOf(tree.dependsOn))]]);
  for (const each of tree.packages) {
    const ref = refOf(each);
    const known = components.get(ref);
    if (known === undefined || known.scope === 'optional') components.set(ref, component(each));
    const targets = edges.get(ref) ?? new Set<string>();
    for (const target of refsOf(each.dependsOn)) targets.add(target);
    edges.set(ref, targets);
  }
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        'bom-ref': refOf(tree),
        type: 'application',
        name: tree.name,
        version: tree.version,
        purl: purlOf(tree),
        licenses: [{ license: { id: tree.licence } }],
      },
    },
    components: sortedByKey(components).map(([, each]) => each),
    dependencies: sortedByKey(edges).map(([ref, targets]) => ({ ref, dependsOn: [...targets].sort() })),
  };
}

function component(each: LockedPackage) {
  const licence = licenceOf(each);
  return {
    'bom-ref': refOf(each),
    type: 'library',
    name: each.name,
    version: each.version,
    scope: each.optional ? 'optional' : 'required',
    purl: purlOf(each),
    hashes: (each.integrity ?? '').split(' ').flatMap((digest) => {
      const [algorithm = '', base64 = ''] = digest.split(/-(.*)/s);
      const alg = ALGORITHMS[algorithm];
      return alg === undefined ? [] : [{ alg, content: Buffer.from(base64, 'base64').toString('hex') }];
    }),
    licenses:
      licence === null
        ? []
        : [/ (?:OR|AND) /.test(licence) ? { expression: licence } : { license: { id: licence } }],
  };
}

function refOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `${name}@${version}`;
}

/** The scope's @ is escaped, its slash is not. */
function purlOf({ name, version }: { readonly name: string; readonly version: string }): string {
  return `pkg:npm/${name.replace('@', '%40')}@${encodeURIComponent(version)}`;
}

function sortedByKey<V>(map: ReadonlyMap<string, V>): [string, V][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}
