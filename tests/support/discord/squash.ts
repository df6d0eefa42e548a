/** Text as it can be compared with what a platform shows: without white space and what cannot be seen. */
export function squash(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\u00ad\u200b\u2060-\u2064\u202a-\u202e\u2066-\u206f\ufeff\ufff9-\ufffb]/gu, '');
}
