import { isRecord } from '../base/is-record.ts';
import type { Outcome, Problem } from '../base/problem.ts';
import type { Expectation, Scenario, ScenarioStart, ScenarioStep } from './scenario.ts';

/** A scenario file, with the paths of the models that it is about, relative to its own place; the first is the one that it starts. */
export interface ScenarioFile {
  readonly scenario: Scenario;
  readonly models: readonly string[];
}

/**
 * Reads a scenario in JSON. In this format a condition on a variable that is not set is false, unless it says that it is a choice.
 * @returns the scenario; undefined with a problem where it is none
 */
export function readScenario(text: string): Outcome<ScenarioFile | undefined> {
  const { value, problem } = parse(text);
  if (problem) return { value: undefined, problems: [problem] };
  const wrong = firstMistake(value);
  if (!isRecord(value) || wrong) return { value: undefined, problems: [mistake(wrong ?? 'A scenario is an object.')] };
  const { name, kind, start, model, models, unset, waits, effects, watch, initial, steps } =
    value as unknown as Written;
  const scenario: Scenario = {
    name,
    kind,
    start: { before: [], variables: {}, ...start },
    waits: waits ?? [],
    effects: effects ?? [],
    watch: watch ?? [],
    ...(initial && { initial }),
    steps,
    unknown: unset === 'choose' ? 'choose' : 'false',
  };
  return { value: { scenario, models: [model, ...(models ?? [])] }, problems: [] };
}

interface Written {
  readonly name: string;
  readonly kind: Scenario['kind'];
  readonly model: string;
  readonly models?: readonly string[];
  readonly start: Partial<ScenarioStart>;
  readonly unset?: 'choose' | 'false';
  readonly waits?: readonly string[];
  readonly effects?: Scenario['effects'];
  readonly watch?: readonly string[];
  readonly initial?: Expectation;
  readonly steps: readonly ScenarioStep[];
}

function parse(text: string): { value?: unknown; problem?: Problem } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: mistake(`This is no JSON: ${error instanceof Error ? error.message : String(error)}.`) };
  }
}

/** What a hand gets wrong first; the schema of the format says all. */
function firstMistake(value: unknown): string | undefined {
  if (!isRecord(value)) return 'A scenario is an object with name, kind, model, start and steps.';
  if (typeof value.name !== 'string') return 'Give the scenario a name: "name": "…".';
  if (value.kind !== 'bpmn' && value.kind !== 'cmmn') return 'Say what it is about: "kind": "bpmn" or "cmmn".';
  if (typeof value.model !== 'string') return 'Name the file of the model: "model": "….bpmn".';
  if (value.models !== undefined && !isTexts(value.models)) return '"models" is a list of paths.';
  if (!isRecord(value.start)) return 'Say how it starts: "start": { "process": "…" }.';
  if (value.unset !== undefined && value.unset !== 'choose' && value.unset !== 'false')
    return '"unset" is "choose" or "false": what a condition on a variable is that is not set.';
  for (const name of ['waits', 'watch'] as const)
    if (value[name] !== undefined && !isTexts(value[name])) return `"${name}" is a list of ids.`;
  if (!Array.isArray(value.steps)) return 'Give the steps: "steps": [ … ], empty if there are none.';
  const at = value.steps.findIndex((each) => !isRecord(each) || !isRecord(each.do));
  return at < 0 ? undefined : `Step ${at + 1} has no "do": say what is done.`;
}

function isTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

function mistake(message: string): Problem {
  return { severity: 'error', code: 'not-a-scenario', message };
}
