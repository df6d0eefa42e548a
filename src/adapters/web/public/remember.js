/** What the reader chose, kept in the browser where it may be kept. */

/**
 * @param {string} key
 * @returns {string | null}
 */
export function recall(key) {
  try {
    return localStorage.getItem(`casebook-${key}`);
  } catch {
    return null;
  }
}

/**
 * @param {string} key
 * @param {string} value
 */
export function remember(key, value) {
  try {
    localStorage.setItem(`casebook-${key}`, value);
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
