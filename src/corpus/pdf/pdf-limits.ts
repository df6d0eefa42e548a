/** How large a PDF may be. */

/** Bytes of a PDF at most: reports with many pictures have some 20 MB. */
export const MAX_PDF_BYTES = 32_000_000;
export const PDF_TOO_LARGE = `the PDF is larger than ${MAX_PDF_BYTES / 1_000_000} MB: split it, or save its text as .txt and ingest that`;
/** Pages at most: the longest indictments and reports of inquiry have some 500. */
export const MAX_PDF_PAGES = 1_000;
/** Characters of its text at most: 1,000 full pages have some 3,000 each. */
export const MAX_PDF_LENGTH = 3_000_000;
