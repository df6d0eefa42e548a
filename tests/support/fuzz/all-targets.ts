/** Every parser that meets foreign bytes. */
import { COMMAND_TARGETS } from './command-targets.ts';
import { DOCUMENT_TARGETS } from './document-targets.ts';
import { FEED_TARGETS } from './feed-targets.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { LANGUAGE_TARGETS } from './language-targets.ts';
import { MODEL_TARGETS } from './model-targets.ts';
import { PLATFORM_TARGETS } from './platform-targets.ts';

export const ALL_TARGETS: readonly FuzzTarget[] = [
  ...DOCUMENT_TARGETS,
  ...FEED_TARGETS,
  ...COMMAND_TARGETS,
  ...LANGUAGE_TARGETS,
  ...MODEL_TARGETS,
  ...PLATFORM_TARGETS,
];
