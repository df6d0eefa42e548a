/** Route patterns such as `POST /channels/:id/messages`. */

/** The parts that the names stand for, or undefined if the call is another one. */
export function matchRoute(route: string, method: string, path: string): Record<string, string> | undefined {
  const [routeMethod = '', pattern = ''] = route.split(' ');
  if (routeMethod !== method && routeMethod !== '*') return undefined;
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const value = given[at] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decodeURIComponent(value);
    else if (part !== value) return undefined;
  }
  return params;
}
