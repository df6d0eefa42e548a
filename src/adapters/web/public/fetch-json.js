/** Asks the server for what fills a page. */
import { t } from './i18n.js';

/**
 * @template T
 * @typedef {{ data: T } | { data: null, words: string }} Fetched `words` say why there is nothing.
 */

/**
 * @template T
 * @param {string} path
 * @returns {Promise<Fetched<T>>} never rejects.
 */
export async function fetchJson(path) {
  try {
    const response = await fetch(path);
    if (response.ok) return { data: /** @type {T} */ (await response.json()) };
    const { status } = response;
    const known = status === 401 ? t('errorLogin') : status === 503 ? t('errorStopping') : null;
    const words = known ?? t('errorOther', { status });
    return { data: null, words };
  } catch {
    return { data: null, words: t('errorGone') };
  }
}
