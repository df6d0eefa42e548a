/** Where an index of a test is kept: what holds for one place holds for the others. */
import { join } from 'node:path';
import type { IdleWork } from '../../../src/index/idle-work.ts';
import type { IndexClient, IndexProgress } from '../../../src/index/index-ports.ts';
import { openDatabase } from '../../../src/index/open-database.ts';
import type { Lexicon } from '../../../src/lexicon/lexicon.ts';
import { openTestIndex, temporaryFolder } from '../index-kit.ts';

export type TestIndex = IndexClient & IdleWork;

export interface IndexPlaces {
  /** Whether passages have vectors there. */
  readonly hasVectors: boolean;
  /** An empty place, gone after the test. */
  newPlace(): Promise<string>;
  /** Opens it, several times if need be; closed after the test. */
  open(
    place: string,
    options?: {
      readonly lexicon?: Lexicon;
      readonly refresh?: boolean;
      readonly onProgress?: (progress: IndexProgress) => void;
    },
  ): Promise<TestIndex>;
  /** Makes it a place that nobody has open, from before copies were noted. */
  forgetCopies(place: string): Promise<void>;
}

/** Folders, with SQLite. */
export const embeddedPlaces: IndexPlaces = {
  hasVectors: true,
  newPlace: async () => temporaryFolder(),
  open: openTestIndex,
  async forgetCopies(folder) {
    const db = openDatabase(join(folder, 'casebook.db'));
    db.exec('DELETE FROM copy_keys; DELETE FROM story_copies');
    db.close();
  },
};
