/** The index on one thread: what is stored is found, replaced and removed, and nothing else is touched. */

import { embeddedPlaces } from './contract/index-places.ts';
import { describeStoring } from './contract/index-service.ts';

describeStoring(embeddedPlaces);
