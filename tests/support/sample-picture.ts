/** A picture as small as pictures are, for reports that are shown with one. */
import type { Pictures } from '../../src/bot/pictures.ts';
import type { Picture } from '../../src/core/picture.ts';

/** One grey pixel. */
const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

export const SAMPLE_PICTURE: Picture = {
  name: 'timeline',
  alt: 'Frise de 2023 à 2025 : trois accusations, un démenti. @everyone <!channel> [a](https://evil.example)',
  width: 1,
  height: 1,
  png: new Uint8Array(Buffer.from(PNG, 'base64')),
};

/** Draws the sample for every report. */
export const SAMPLE_PICTURES: Pictures = {
  describe: async () => SAMPLE_PICTURE,
  draw: async () => SAMPLE_PICTURE,
};
