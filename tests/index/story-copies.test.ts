/** One report that several papers print is found once, whichever of them came first. */

import { embeddedPlaces } from './contract/index-places.ts';
import { describeCopies } from './contract/story-copies.ts';

describeCopies(embeddedPlaces);
