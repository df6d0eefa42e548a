/** What two spellings of one address have in common. */
import { createHash } from 'node:crypto';
import { isTrackingFragment, withoutTracking } from '../core/tracking-parameters.ts';

/**
 * SHA-256 (hex) of the address without what says only where a reader came from, and by http or https,
 * with `www` or without. The fragment counts: some pages are a list of notes, each with an anchor.
 */
export function linkHash(address: string): string {
  return createHash('sha256').update(bareLink(address)).digest('hex');
}

function bareLink(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = withoutTracking(new URL(address));
  if (isTrackingFragment(url.hash)) url.hash = '';
  return url.href.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/(?=$|[?#])/, '');
}
