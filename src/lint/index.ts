/** Rules over the OMG model: the catalogue, sets of it, configuration, findings. */

export { type Configuration, readConfiguration } from './configuration.ts';
export { applyChanges, type Touched } from './fixes/apply-changes.ts';
export { Claims, elementsIn } from './fixes/claims.ts';
export type { ModelChange, NewElement } from './fixes/model-change.ts';
export { rules } from './generated/all-rules.ts';
export { type Finding, type FindingFix, lint, type PlaceOf, type Uncomment } from './lint.ts';
export type { Proof, ProofStep } from './proof.ts';
export {
  type ActiveRule,
  isInPreset,
  type PresetName,
  type ProfileName,
  presetNames,
  profileNames,
  type Rule,
} from './rule.ts';
export { activeRules, type RuleSetting, ruleNamed, type Settings } from './settings.ts';
export { withSuppressions } from './suppressed-findings.ts';
