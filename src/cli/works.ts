import { judging } from './commands/analyze.ts';
import { checking } from './commands/check.ts';
import { exporting } from './commands/export.ts';
import { formatting } from './commands/fmt.ts';
import { importing } from './commands/import.ts';
import { layingOut } from './commands/layout.ts';
import { rendering } from './commands/render.ts';
import { testing } from './commands/test.ts';
import { comparing } from './diff-work.ts';
import { linting } from './lint-work.ts';
import type { Work } from './work.ts';

/** All that threads can do. What comes to them is what the same work was given in the first thread. */
export const works: readonly Work<never, never, unknown>[] = [
  importing,
  exporting,
  layingOut,
  rendering,
  formatting,
  checking,
  judging,
  testing,
  linting,
  comparing,
];
