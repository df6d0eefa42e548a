/** How large a web page may be. */

/** Bytes of a page at most, unpacked: the heaviest news pages have some 5 MB, scripts and data included. */
export const MAX_PAGE_BYTES = 8_000_000;
