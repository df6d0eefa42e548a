/** For `spawn`: the user `nobody` where the tests run as root, which servers of databases do not. */
export const UNPRIVILEGED: { readonly uid?: number; readonly gid?: number } =
  process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
