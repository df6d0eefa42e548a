/** What became of a publication: the document's word, and a person's over it. */

import { embeddedPlaces } from './contract/index-places.ts';
import { describeStanding } from './contract/standing.ts';

describeStanding(embeddedPlaces);
