/** Which rules are on: a preset, and what is set rule by rule. */
import type { Severity } from '../base/problem.ts';
import { rules } from './generated/all-rules.ts';
import { type ActiveRule, isInPreset, type PresetName, type ProfileName, type Rule, type RuleOptions } from './rule.ts';

/** `on` is the rule's own severity. */
export interface RuleSetting {
  readonly level: Severity | 'on' | 'off';
  readonly options?: RuleOptions;
}

export interface Settings {
  /** Without one only what `rules` turns on. */
  readonly preset?: PresetName | undefined;
  /** The engine that the models are meant for: the preset has the rules of this one too. */
  readonly profile?: ProfileName | undefined;
  /** By the name or id of a rule, or what bpmnlint calls it: `bpmnlint/<rule>` stands for all rules that answer it. Later ones win. */
  readonly rules: readonly (readonly [name: string, setting: RuleSetting])[];
}

/** The rules that a name stands for: one by its name or id, all that answer a `bpmnlint/…` or `EXT.…` reference. */
export function ruleNamed(name: string): readonly Rule[] {
  const own = rules.filter((rule) => rule.name === name || rule.id === name.toUpperCase());
  return own.length > 0 ? own : rules.filter(({ references }) => references.includes(name));
}

/** The rules that settings turn on, in the order of the catalogue. A rule that is set by itself is on whatever the profile. */
export function activeRules({ preset, profile, rules: set }: Settings): ActiveRule[] {
  const settings = new Map<Rule, RuleSetting>();
  for (const [name, setting] of set) {
    for (const rule of ruleNamed(name)) settings.set(rule, setting);
  }
  return rules.flatMap((rule) => {
    const { level, options } = settings.get(rule) ?? {
      level: preset && isInPreset(rule, preset, profile) ? 'on' : 'off',
    };
    if (level === 'off') return [];
    const severity = level === 'on' ? rule.severity : level;
    return [{ rule, severity, options: { ...rule.options, ...options }, profile }];
  });
}
