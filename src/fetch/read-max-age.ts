/** How long a server calls its answer good: the Cache-Control header. */

/** @returns seconds, 0 or more; null when the server does not say. `no-cache` and `no-store` are 0 (RFC 9111). */
export function readMaxAge(header: string | undefined): number | null {
  const directives = (header ?? '').toLowerCase().split(',');
  if (directives.some((one) => /^\s*no-(?:cache|store)\s*$/.test(one))) return 0;
  for (const one of directives) {
    const seconds = /^\s*max-age\s*=\s*"?(\d{1,10})"?\s*$/.exec(one)?.[1];
    if (seconds !== undefined) return Number(seconds);
  }
  return null;
}
