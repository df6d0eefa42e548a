/** Claims and links beside their article: stored with it, gone with it, and people's word outlasts rules. */
import { describeReadings } from './contract/article-readings.ts';
import { embeddedPlaces } from './contract/index-places.ts';

describeReadings(embeddedPlaces);
