/** Route patterns such as `POST /channels/:id/messages`. */

/** The parts that the names stand for, or undefined if the call is another one. */
export function matchRoute(route: string, method: string, path: string): Record<string, string> | undefined {
  const { method: wantedMethod, parts: wanted } = parsed(route);
  if (wantedMethod !== method && wantedMethod !== '*') return undefined;
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

const known = new Map<string, { method: string; parts: string[] }>();

/** Routes are few and asked for with every call, so that each is taken apart once. */
function parsed(route: string): { method: string; parts: string[] } {
  const found = known.get(route);
  if (found) return found;
  const [method = '', pattern = ''] = route.split(' ');
  const fresh = { method, parts: pattern.split('/') };
  known.set(route, fresh);
  return fresh;
}
