/** Takes secrets out of a text. */

/** Shapes of keys that could reach us inside an error's message. */
const SECRET_SHAPES = /\b(?:sk-[\w-]{8,}|xox[a-z]-[\w-]{8,}|xapp-[\w-]{8,}|Bearer\s+[\w.~+/-]{8,}=*)/g;

/**
 * Makes a function that replaces the given values, and whatever has the shape of a key, by `[secret]`.
 *
 * @param secrets values shorter than four characters are left alone: they would blank out half the text.
 */
export function createRedactor(secrets: readonly string[]): (text: string) => string {
  // As JSON writes them, and longest first, so that no part of a longer one is left over.
  const values = secrets
    .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
    .filter((value) => value.length >= 4)
    .sort((a, b) => b.length - a.length);
  return (text) =>
    values
      .reduce((rest, value) => rest.replaceAll(value, '[secret]'), text)
      .replace(SECRET_SHAPES, '[secret]');
}
