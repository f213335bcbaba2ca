/** `procedo.config.json`, and `.bpmnlintrc` of bpmnlint: JSON to settings, and sentences about what cannot be understood. */
import { isRecord } from '../base/is-record.ts';
import { type PresetName, presetNames, profileNames, type Rule, type RuleOptions } from './rule.ts';
import { type RuleSetting, ruleNamed, type Settings } from './settings.ts';

/** A configuration as it is written. */
export interface Configuration {
  /** Paths of further configurations that this one goes out from, relative to it. */
  readonly extends: readonly string[];
  readonly settings: Settings;
  readonly overrides: readonly { readonly files: readonly string[]; readonly settings: Settings }[];
  /** Patterns of files that are left out. */
  readonly ignore: readonly string[];
  /** What is wrong with it, a sentence each. */
  readonly mistakes: readonly string[];
}

const levels: Readonly<Record<string, RuleSetting['level']>> = {
  off: 'off',
  info: 'info',
  warn: 'warning',
  warning: 'warning',
  error: 'error',
  on: 'on',
  '0': 'off',
  '1': 'warning',
  '2': 'error',
};

const settingKeys = ['preset', 'profile', 'rules'];
/** `root` is taken and changes nothing: the nearest file counts alone, so that each is the outermost. */
const ownKeys = ['$schema', 'root', 'extends', ...settingKeys, 'overrides', 'ignore'];
const overrideKeys = ['files', ...settingKeys];

/** Reads a configuration; `isBpmnlint` for a `.bpmnlintrc`, where rules have bpmnlint's names and `extends` its configurations. */
export function readConfiguration(text: string, isBpmnlint: boolean): Configuration {
  const mistakes: string[] = [];
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    mistakes.push(`This is not valid JSON: ${error instanceof Error ? error.message : error}. Correct it.`);
  }
  if (json !== undefined && !isRecord(json)) mistakes.push('The configuration must be an object: { … }.');
  const written = isRecord(json) ? json : {};
  if (isBpmnlint) return { ...nothing, settings: bpmnlintSettings(written, mistakes), mistakes };
  checkKeys(written, ownKeys, 'a configuration', mistakes);
  return {
    extends: ownTexts(written, 'extends', mistakes),
    settings: ownSettings(written, mistakes),
    overrides: overridesIn(written, mistakes),
    ignore: ownTexts(written, 'ignore', mistakes),
    mistakes,
  };
}

function overridesIn({ overrides = [] }: Record<string, unknown>, mistakes: string[]): Configuration['overrides'] {
  if (!Array.isArray(overrides) || !overrides.every(isRecord)) {
    mistakes.push('"overrides" must be a list of objects: [{ "files": […], "rules": { … } }].');
    return [];
  }
  return overrides.map((one) => {
    checkKeys(one, overrideKeys, 'an override', mistakes);
    if (one.files === undefined) mistakes.push('An override says in "files" which files it is for.');
    return { files: ownTexts(one, 'files', mistakes), settings: ownSettings(one, mistakes) };
  });
}

/** One text or a list of texts. */
function ownTexts(written: Record<string, unknown>, key: string, mistakes: string[]): string[] {
  const value = written[key];
  const isText = (one: unknown) => typeof one === 'string';
  if (value !== undefined && !isText(value) && !(Array.isArray(value) && value.every(isText))) {
    mistakes.push(`"${key}" is ${JSON.stringify(value)}. Make it a list of texts.`);
  }
  return texts(value);
}

const nothing = { extends: [], overrides: [], ignore: [] };

function checkKeys(written: Record<string, unknown>, keys: readonly string[], of: string, mistakes: string[]): void {
  for (const key of Object.keys(written)) {
    if (!keys.includes(key)) mistakes.push(`"${key}" is no key of ${of}. Use ${keys.join(', ')}.`);
  }
}

function ownSettings({ preset, profile, rules }: Record<string, unknown>, mistakes: string[]): Settings {
  return {
    preset: oneOf(presetNames, preset, 'preset', mistakes),
    profile: oneOf(profileNames, profile, 'profile', mistakes),
    rules: ruleSettings(rules, (name) => name, mistakes),
  };
}

function oneOf<T extends string>(known: readonly T[], value: unknown, what: string, mistakes: string[]): T | undefined {
  const found = known.find((one) => one === value);
  if (found === undefined && value !== undefined) {
    mistakes.push(`There is no ${what} ${JSON.stringify(value)}. Use one of ${known.join(', ')}.`);
  }
  return found;
}

/** What bpmnlint's own configurations are here. */
const bpmnlintPresets: Readonly<Record<string, PresetName>> = {
  'bpmnlint:recommended': 'recommended',
  'bpmnlint:correctness': 'correctness',
  'bpmnlint:all': 'strict',
};

function bpmnlintSettings({ extends: bases, rules }: Record<string, unknown>, mistakes: string[]): Settings {
  const presets = texts(bases).flatMap((base) => bpmnlintPresets[base] ?? []);
  const widest = presetNames.findLast((preset) => presets.includes(preset));
  // Rules of plug-ins, `plugin/rule`, have no counterpart here: they are left to bpmnlint.
  const ours = isRecord(rules) ? Object.fromEntries(Object.entries(rules).filter(([name]) => !name.includes('/'))) : {};
  return { preset: widest, rules: ruleSettings(ours, (name) => `bpmnlint/${name}`, mistakes) };
}

function ruleSettings(written: unknown, nameOf: (key: string) => string, mistakes: string[]): Settings['rules'] {
  if (!isRecord(written)) {
    if (written !== undefined) mistakes.push('"rules" must be an object: { "label-required": "off" }.');
    return [];
  }
  return Object.entries(written).flatMap(([key, value]) => {
    const [level, options] = Array.isArray(value) ? value : [value, undefined];
    const known = levels[String(level)];
    const named = ruleNamed(nameOf(key));
    if (named.length === 0) {
      mistakes.push(`There is no rule "${key}". \`procedo lint --list-rules\` lists them.`);
    } else if (!known) {
      mistakes.push(`"${key}" is set to ${JSON.stringify(level)}. Use "off", "info", "warning" or "error".`);
    }
    if (!known) return [];
    if (!isRecord(options)) return [[nameOf(key), { level: known }] as const];
    for (const rule of named) checkOptions(rule, options, mistakes);
    return [[nameOf(key), { level: known, options: options as RuleOptions }] as const];
  });
}

/** An option is one that the rule has a default for, of the default's kind. */
function checkOptions({ name, options: defaults = {} }: Rule, options: RuleOptions, mistakes: string[]): void {
  for (const [option, value] of Object.entries(options)) {
    const usual = defaults[option];
    if (usual === undefined) {
      const known = Object.keys(defaults).join(', ');
      mistakes.push(`"${name}" has no option "${option}". ${known ? `It has ${known}.` : 'It has none.'}`);
    } else if (typeof value !== typeof usual || Array.isArray(value) !== Array.isArray(usual)) {
      const example = JSON.stringify(usual);
      mistakes.push(`"${option}" of "${name}" is ${JSON.stringify(value)}. Give it a value such as ${example}.`);
    }
  }
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}
