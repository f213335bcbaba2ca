/** What `lint` calls, loaded when it has something to look at: the other commands start without the rules. */
import { loadLint } from '../workspace/index.ts';

export const { activeRules, isInPreset, lintDocument, presetNames, readConfiguration, ruleNamed, rules } =
  await loadLint();
