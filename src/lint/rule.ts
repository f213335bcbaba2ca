/** What a rule is: a plain value, one file each. */
import type { Severity } from '../base/problem.ts';
import type { ModelElement } from '../model/index.ts';
import type { ModelChange } from './fixes/model-change.ts';
import type { LintModel } from './lint-model.ts';
import type { Proof, ProofStep } from './proof.ts';
import type { Suppression } from './suppressions.ts';

/** A rule that is on, as the settings have it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly severity: Severity;
  readonly options: RuleOptions;
  /** The engine that the model is meant for. */
  readonly profile?: ProfileName | undefined;
}

/** Sets of rules by purpose, each holds the one before it. */
export const presetNames = ['correctness', 'recommended', 'strict'] as const;
export type PresetName = (typeof presetNames)[number];

/** Engines, whose rules are on only for models that are meant for them. */
export const profileNames = ['camunda7', 'camunda8', 'flowable', 'operaton'] as const;
export type ProfileName = (typeof profileNames)[number];

/** Values of a rule's options; a rule gives the default of each. */
export type RuleOptions = Readonly<Record<string, unknown>>;

/** What a finding says beside its sentence, where it differs from what the rule says. */
export interface FindingDetails {
  /** Of the rule's references those that this finding answers. */
  readonly references?: readonly string[];
  /** What mends it, for a rule with a `fix`; none where this finding needs a person. What takes long to find is a function, asked if somebody mends. */
  readonly fix?: readonly ModelChange[] | (() => LateFix);
  /** What that does, where it differs from what the rule says. */
  readonly fixTitle?: string;
  /** A shortest run that shows it. */
  readonly run?: readonly ProofStep[];
}

/** What mends a finding, looked for when somebody does. */
export interface LateFix {
  readonly fix?: readonly ModelChange[] | undefined;
  readonly fixTitle?: string;
}

/** How the findings of a rule are mended. */
export interface RuleFix {
  /** What it does, in the imperative: `Remove the condition`. */
  readonly title: string;
  /** Whether it can be done without asking: what the model means stays. Others are offered. */
  readonly isSafe: boolean;
}

/** The model to look at, and where findings go. All members may be taken apart. */
export interface RuleContext extends LintModel {
  readonly options: RuleOptions;
  /** The engine that the model is meant for. */
  readonly profile: ProfileName | undefined;
  /** What does not hold of all runs, as far as it is decided; empty where nobody has looked. */
  readonly proofs: () => readonly Proof[];
  /** Notes a finding: `message` says what is wrong and what to do. */
  readonly report: (element: ModelElement, message: string, details?: FindingDetails) => void;
}

export interface Rule {
  /** Short and fixed: `SE01`. Works in configuration as the name does. */
  readonly id: string;
  /** In kebab-case: `start-no-incoming`; also the name of its file and its fixtures. */
  readonly name: string;
  /** What holds in a model that is well. */
  readonly statement: string;
  /** Why it matters: what goes wrong otherwise. */
  readonly why: string;
  /** Errors are in `correctness`, warnings from `recommended` on, infos in `strict`, unless `from` says otherwise. */
  readonly severity: Severity;
  /** The first preset that has the rule. */
  readonly from?: PresetName;
  /** The engines that ask for it: the rule is on only with the profile of one of them. Without it, it holds for every model. */
  readonly profiles?: readonly ProfileName[];
  /** Where the standard says so. */
  readonly clause?: string;
  /** What others call it: `bpmnlint/<rule>`, `EXT.nnn` of BPMNspector, `REF`. */
  readonly references: readonly string[];
  /** What can be set, with the defaults. */
  readonly options?: RuleOptions;
  readonly fix?: RuleFix;
  /** It tells of proofs, and says nothing where nobody has looked at all runs. */
  readonly isOfRuns?: true;
  /** Looks at the model. */
  readonly check?: (context: RuleContext) => void;
  /** Looks at a comment that takes findings away, when all rules have looked at the model: what is wrong with it, if anything. */
  readonly checkSuppression?: (suppression: Suppression) => string | undefined;
}

const firstPreset = { error: 'correctness', warning: 'recommended', info: 'strict' } as const;

/** Whether a preset has a rule, for models that are meant for an engine or for none. */
export function isInPreset(rule: Rule, preset: PresetName, profile?: ProfileName): boolean {
  if (rule.profiles && !(profile && rule.profiles.includes(profile))) return false;
  return presetNames.indexOf(rule.from ?? firstPreset[rule.severity]) <= presetNames.indexOf(preset);
}
