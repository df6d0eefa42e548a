/**
 * Where what is made once of our own files is kept between runs: beside the installed packages, so that `npm ci`, which may
 * bring other ones, throws it away. It may be lost, absent or read-only (a container's often is): it saves time alone.
 */
import { join } from 'node:path';

export const PACKAGE_CACHE = join(import.meta.dirname, '..', 'node_modules', '.cache', 'casebook');
