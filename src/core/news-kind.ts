/** What a news item about attribution may report. */

export const NEWS_KINDS = [
  'accusation',
  'denial',
  'counter-accusation',
  'no-comment',
  'self-claim',
  'retraction',
  'contest',
  'sanction',
  'indictment',
  'advisory',
  'correction',
] as const;
export type NewsKind = (typeof NEWS_KINDS)[number];
