/** States as claims name them, by code, and as texts name them, by concept. */

/** The European Union has a code among the countries', and is a concept of its own. */
export const EUROPEAN_UNION = 'european-union';

/** The concept of a state: `CZ` is `country:cz`, and `EU` the European Union. @param code ISO 3166-1 alpha-2, or `EU`. */
export function stateConcept(code: string): string {
  return code.toUpperCase() === 'EU' ? EUROPEAN_UNION : `country:${code.toLowerCase()}`;
}
