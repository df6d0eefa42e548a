/** The hash by which ingest knows that there is nothing to do. */
import { createHash } from 'node:crypto';

/** Raise it when cleaning, identifying or splitting gives another result for the same bytes. */
const PIPELINE_VERSION = '1';

/** SHA-256 (hex) over the bytes and the version of the pipeline that they go through. */
export function contentHash(bytes: Uint8Array): string {
  return createHash('sha256').update(`casebook-pipeline ${PIPELINE_VERSION}\0`).update(bytes).digest('hex');
}
