/** What a backup says of itself: what is in it, of which version, with its checksums. */
import { z } from 'zod';

/** Of the backup as a whole; another one means another way of keeping. */
const FORMAT = 1;

/** Name of the manifest in a backup. */
export const MANIFEST_NAME = 'manifest.json';

const MANIFEST = z.object({
  format: z.number().int(),
  /** Version of the Casebook that wrote it. */
  casebook: z.string(),
  /** ISO 8601, UTC. */
  createdAt: z.string(),
  databases: z
    .array(
      z.object({
        name: z.string(),
        /** Version of its schema: a Casebook that knows no more than an older one cannot read it. */
        schema: z.number().int(),
        bytes: z.number().int(),
        /** In hexadecimal. */
        sha256: z.string(),
      }),
    )
    .min(1),
});

export type Manifest = z.infer<typeof MANIFEST>;
export type KeptDatabase = Manifest['databases'][number];

export function writeManifest(manifest: Omit<Manifest, 'format'>): string {
  return `${JSON.stringify({ format: FORMAT, ...manifest }, null, 2)}\n`;
}

/** @returns null when it is no manifest; `newer` when it is one of a way of keeping that this program does not know. */
export function readManifest(text: string): Manifest | 'newer' | null {
  try {
    const read: unknown = JSON.parse(text);
    const { format } = z.object({ format: z.number().int() }).parse(read);
    return format > FORMAT ? 'newer' : MANIFEST.parse(read);
  } catch {
    return null;
  }
}
