/** The files that are the program's own: anybody may have them, and they cost nothing. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Folder of the styles, the scripts and the icon. */
export const PUBLIC = fileURLToPath(new URL('public', import.meta.url));

const paths = new Set(readdirSync(PUBLIC).map((name) => `/${name}`));

/** @param path of a request. Pictures are computed, and lie elsewhere. */
export function isShippedFile(path: string): boolean {
  return paths.has(path);
}
