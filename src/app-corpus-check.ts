/** Checks case files, and texts that they may have copied. */

/** Checks the case files of a folder. @param against also finds runs of words shared with the texts in that folder. */
export async function checkCorpusFolder(folder: string, options: { fix: boolean; against: string | null }) {
  const { checkCorpus } = await import('./corpus/check-corpus.ts');
  const result = await checkCorpus(folder, { fix: options.fix });
  if (options.against === null) return result;
  const { findCopiedRuns } = await import('./corpus/find-copied-runs.ts');
  return { ...result, problems: [...result.problems, ...(await findCopiedRuns(folder, options.against))] };
}
