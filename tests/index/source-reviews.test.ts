/** Sources that feeds brought: what nobody has looked at, and what people decide of it. */

import { embeddedPlaces } from './contract/index-places.ts';
import { describeReviews } from './contract/source-reviews.ts';

describeReviews(embeddedPlaces);
