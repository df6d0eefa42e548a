/** Which files of the fonts a text needs: the Chinese one takes most of a picture's time, so only where it is used. */
import { createRequire } from 'node:module';

const FILES = [
  { package: '@fontsource/noto-sans', part: 'latin', needed: /(?:)/u },
  {
    package: '@fontsource/noto-sans',
    part: 'latin-ext',
    needed: /[\u0100-\u02af\u1d00-\u1eff\u20a0-\u20c0]/u,
  },
  { package: '@fontsource/noto-sans', part: 'vietnamese', needed: /[\u01a0-\u01b0\u1ea0-\u1ef9]/u },
  { package: '@fontsource/noto-sans', part: 'cyrillic', needed: /[\u0400-\u045f\u0490-\u04b1№]/u },
  { package: '@fontsource/noto-sans', part: 'cyrillic-ext', needed: /[\u0460-\u052f]/u },
  { package: '@fontsource/noto-sans', part: 'greek', needed: /[\u0370-\u03ff]/u },
  // Signs and punctuation that the others lack are in the Chinese font as well.
  {
    package: '@fontsource/noto-sans-sc',
    part: 'chinese-simplified',
    needed: /[\u0530-\u1cff\u2023-\u2025\u203b-\u209f\u20c1-\u2121\u2123-\u{10ffff}]/u,
  },
] as const;

/** @returns paths of the font files that draw `text`, the one for Latin first. */
export function pickFonts(text: string): string[] {
  const require = createRequire(import.meta.url);
  return FILES.filter(({ needed }) => needed.test(text)).map(({ package: name, part }) =>
    require.resolve(`${name}/files/${name.slice('@fontsource/'.length)}-${part}-400-normal.woff2`),
  );
}
