/** The kinds of report that are about one case: each is a view of it. */
export const CASE_VIEWS = ['case', 'timeline', 'sides'] as const;
export type CaseView = (typeof CASE_VIEWS)[number];
