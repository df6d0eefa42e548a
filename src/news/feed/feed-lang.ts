/** Codes of languages as feeds write them, to ISO 639-1. */

/**
 * @param stated such as `fr-FR`, `en_us`, `zho`, `iw`; foreign text.
 * @returns two letters; null when it is no language that has such a code.
 */
export function feedLang(stated: string | null): string | null {
  const tag = /^\s{0,20}([a-z]{2,3}(?:[-_][a-z\d]{2,8}){0,4})(?:[\s,;.]|$)/i.exec(stated ?? '')?.[1];
  if (tag === undefined) return null;
  try {
    // Knows old codes (iw), those of three letters, and those of libraries (fre, chi).
    const [code = ''] = Intl.getCanonicalLocales(tag.replaceAll('_', '-'))[0]?.split('-') ?? [];
    return code.length === 2 ? code : null;
  } catch {
    return null;
  }
}
