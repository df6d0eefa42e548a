/** What the address of a case's page points at: `#s3` is what the case takes from its third source. */

/** @typedef {import('../../../core/report.ts').Report} Report */

/**
 * Marks the lines that rest on the source, and scrolls to the first; to the source itself where no line does.
 *
 * @param {Report} report as it is shown in `content`.
 * @param {HTMLElement} content
 * @param {{ scroll: boolean }} options
 */
export function pointOut({ cases, sources }, content, { scroll }) {
  const sourceId = `${cases[0]?.id}/${location.hash.slice(1)}`;
  const source = sources.find((listed) => listed.sourceId === sourceId);
  if (source === undefined) return;
  const lines = [...content.querySelectorAll(`[data-cites~="${source.n}"]`)];
  const row = content.querySelector(`.report-source:nth-child(${source.n})`);
  const marked = lines.length > 0 || row === null ? lines : [row];
  for (const element of marked) element.classList.add('pointed');
  if (scroll) marked[0]?.scrollIntoView({ block: 'center' });
}
