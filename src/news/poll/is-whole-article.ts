/** Whether what was read from an article's page is more of the same, and no wall, notice or list instead of it. */

/** Times as long as what the feed has: less is not worth another text. */
const LONGER = 1.3;
/** Code units: the shortest news in brief; what is shorter is a notice that the page is not for us. */
const SHORTEST = 280;
/** Share of the telling words of title and teaser that come again in the article. Notices and other articles stay below. */
const SHARED = 0.4;
/** Words of five letters and more, or two signs of Chinese: what tells one article from another. */
const TELLING = /\p{Script=Han}{2}|[^\P{L}\p{Script=Han}]{5,}/gu;

export function isWholeArticle(
  article: string,
  { title, teaser }: { readonly title: string; readonly teaser: string },
): boolean {
  if (article.length < Math.max(SHORTEST, teaser.length * LONGER)) return false;
  const plain = article.normalize('NFKC').toLowerCase();
  const words = new Set(`${title} ${teaser}`.normalize('NFKC').toLowerCase().match(TELLING));
  const again = [...words].filter((word) => plain.includes(word)).length;
  return words.size === 0 || again / words.size >= SHARED;
}
