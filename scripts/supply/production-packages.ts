/** The packages that `npm ci --omit=dev` may install, as the lock file has them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface LockedPackage {
  /** Where it is installed, such as `node_modules/a/node_modules/b`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** As its author wrote it; null where the lock file has none. */
  readonly licence: string | null;
  /** Digests of its archive, as in `integrity`; null where the lock file has none. */
  readonly integrity: string | null;
  /** True where everything works without it. */
  readonly optional: boolean;
  /** Paths of the packages that it finds when it asks for its dependencies. */
  readonly dependsOn: readonly string[];
}

interface LockEntry {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly devOptional?: boolean;
  readonly dependencies?: Record<string, string>;
  readonly optionalDependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

export interface ProductionTree {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  /** Paths of what the project itself asks for. */
  readonly dependsOn: readonly string[];
  /** Sorted by path. */
  readonly packages: readonly LockedPackage[];
}

/** @param root folder of `package-lock.json`. */
export function readProductionTree(root: string): ProductionTree {
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, LockEntry>;
  };
  const entries = Object.entries(lock.packages).filter(([path, entry]) => path !== '' && entry.dev !== true);
  const known = new Set(entries.map(([path]) => path));
  const project = lock.packages[''] ?? {};
  return {
    name: project.name ?? '',
    version: project.version ?? '',
    licence: project.license ?? '',
    dependsOn: found('', project, known),
    packages: entries
      .map(([path, entry]) => ({
        path,
        name: entry.name ?? path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
        version: entry.version ?? '',
        licence: entry.license ?? null,
        integrity: entry.integrity ?? null,
        optional: entry.optional === true || entry.devOptional === true,
        dependsOn: found(path, entry, known),
      }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** As Node looks for them: in the package's own folder, then in each one above. */
function found(path: string, entry: LockEntry, known: ReadonlySet<string>): string[] {
  const { dependencies, optionalDependencies, peerDependencies } = entry;
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  const paths = names.map((name) => {
    for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
      const candidate = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
      if (known.has(candidate)) return candidate;
      // A peer or an optional package that is not there.
      if (folder === '') return null;
    }
  });
  return paths.filter((each) => each !== null).sort();
}
