/** Sends something to the server that changes something there. */

/** Where one logs in, the server sets this cookie; it wants its value back in a header, which no foreign page can do. */
const PROOF = /(?:^|;\s*)(?:__Host-)?casebook-proof=([\w-]+)/;

/**
 * @param {string} path
 * @param {unknown} body
 * @param {AbortSignal} [signal]
 * @returns {Promise<Response>}
 */
export function postJson(path, body, signal) {
  const proof = PROOF.exec(document.cookie)?.[1];
  return fetch(path, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(proof === undefined ? {} : { 'x-casebook-proof': proof }),
    },
    body: JSON.stringify(body),
    signal: signal ?? null,
  });
}
