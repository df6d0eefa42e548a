/** How large a web page and the article on it may be. */

/** Bytes of a page at most, unpacked: the heaviest news pages have some 5 MB, scripts and data included. */
export const MAX_PAGE_BYTES = 8_000_000;
export const PAGE_TOO_LARGE = `the page is larger than ${MAX_PAGE_BYTES / 1_000_000} MB: save its article as text`;
/** Characters of an article from the web at most: a long report has 300,000, and a stranger's page is not an archive. */
export const MAX_ARTICLE_LENGTH = 500_000;
export const ARTICLE_TOO_LONG = `the text is longer than ${MAX_ARTICLE_LENGTH} characters: save what matters of it as text and ingest that`;
