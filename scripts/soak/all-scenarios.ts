/** Every fault run, by name. */
import type { Scenario } from './scenario.ts';
import { CALM, TIGHT_MEMORY } from './scenarios/calm.ts';
import { FULL_DISK, POSTGRES, SQLITE_LOCKS } from './scenarios/databases.ts';
import { FEED_BOMBS } from './scenarios/feeds.ts';
import { MODELS } from './scenarios/models.ts';
import { PLATFORMS } from './scenarios/platforms.ts';
import { CLOCK, KILLS } from './scenarios/processes.ts';

export const SCENARIOS: readonly Scenario[] = [
  CALM,
  TIGHT_MEMORY,
  PLATFORMS,
  POSTGRES,
  SQLITE_LOCKS,
  FULL_DISK,
  KILLS,
  CLOCK,
  MODELS,
  FEED_BOMBS,
];
