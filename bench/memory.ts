/** Memory of the process. */

const MB = 2 ** 20;

/** Resident memory in MB after what nobody holds any more was given back. */
export function residentMb(): number {
  globalThis.gc?.();
  return process.memoryUsage.rss() / MB;
}

/** The most that was ever resident, in MB. */
export function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}
