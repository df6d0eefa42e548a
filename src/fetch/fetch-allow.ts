/** The hosts that may be fetched although they are private: FETCH_ALLOW. */

/** `host:port` of a URL, as the list is kept: lower case, without the dots at the end, IPv6 in brackets. */
export function hostAndPort(url: URL): string {
  return `${bareHost(url)}:${url.port || (url.protocol === 'https:' ? '443' : '80')}`;
}

/** The host without dots at its end, which the name system ignores. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/\.+$/, '');
}

/**
 * The entries of a list such as `wiki.internal:8080,10.0.0.7`, each as `host:port`. An entry without a port means
 * 80 and 443.
 *
 * @returns null when an entry is no host, so that a mistake is told and not passed over.
 */
export function parseFetchAllow(list: readonly string[]): ReadonlySet<string> | null {
  const allowed = new Set<string>();
  for (const entry of list) {
    if (!/^(?:\[[\da-f:.]+\]|[^\s/@:?#[\]\\*%]+)(?::\d{1,5})?$/iu.test(entry)) return null;
    // `canParse` takes a few very long addresses that the constructor refuses.
    const url = URL.parse(`http://${entry}`);
    if (url === null) return null;
    if (/:\d+$/.test(entry.replace(/^\[[^\]]*\]/, ''))) allowed.add(hostAndPort(url));
    else for (const port of ['80', '443']) allowed.add(`${bareHost(url)}:${port}`);
  }
  return allowed;
}
