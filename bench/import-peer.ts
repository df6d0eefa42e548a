/**
 * Loads a library that only `bench/package.json` names. It may be missing, and the type check must do without it: whoever
 * asks says what it uses of it.
 */
export async function importPeer<T>(name: string): Promise<T> {
  return (await import(name)) as T;
}
