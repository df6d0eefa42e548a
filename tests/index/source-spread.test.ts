/** What the index counts of its sources, within what a scope may see. */

import { embeddedPlaces } from './contract/index-places.ts';
import { describeSpread } from './contract/source-spread.ts';

describeSpread(embeddedPlaces);
