/** Pages of behaviour: a sentence of the standard or of docs/semantics.md, a process in the language, and what is done and seen, a line each. */
import { compile } from '../../src/mapping/index.ts';
import { type Definitions, readModel } from '../../src/model/index.ts';
import { buildLinked, type LinkedModel, type Value } from '../../src/semantics/index.ts';
import type { ProcessExpectation, Scenario, ScenarioStep } from '../../src/simulation/scenario.ts';
import { readText } from '../language/read-text.ts';
import { parseText } from '../mapping/text.ts';

export interface Behaviour {
  /** The sentence. */
  readonly title: string;
  readonly text: string;
  readonly scenario: Scenario;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

/** Reads a page: `## sentence`, a fenced text, and lines such as `- complete check with ok = true : pay; did check`. */
export function readPage(page: string): Behaviour[] {
  return page
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [, title = '', text = '', lines = ''] = /^(.*)\n.*?```(?:procedo|xml)\n(.*?)```(.*)$/s.exec(part) ?? [];
      return {
        title,
        text,
        scenario: scenarioOf(
          title,
          [...lines.matchAll(/^- (.*)$/gm)].map(([, line]) => line ?? ''),
        ),
      };
    });
}

/** The net of a text, or of XML where the language refuses what is meant. @throws Error where the text has a mistake */
export async function modelOf(text: string): Promise<LinkedModel> {
  if (text.startsWith('<')) return modelOfXml(text);
  const { problems } = await readText(text);
  const mistakes = problems.filter(({ severity }) => severity === 'error');
  if (mistakes.length > 0) throw new Error(mistakes.map(({ message }) => message).join('\n'));
  return buildLinked([compile(await parseText(text)).value.definitions]);
}

/** @param content root elements without a prefix */
function modelOfXml(content: string): LinkedModel {
  const { definitions } = readModel(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">${content}</definitions>`,
  );
  return buildLinked([definitions as Definitions]);
}

function scenarioOf(name: string, lines: readonly string[]): Scenario {
  const steps = lines.map((line) => stepOf(line));
  const [first, ...rest] = steps;
  if (!first?.start) throw new Error(`"${name}" does not start.`);
  const words = steps.flatMap(({ expect }) => expect.visited ?? []);
  return {
    name,
    kind: 'bpmn',
    start: first.start,
    waits: [],
    effects: [],
    watch: [...new Set(words)],
    initial: first.expect,
    steps: rest.map(({ act, expect }) => ({ do: act ?? {}, expect })),
    unknown: 'false',
  };
}

interface Line {
  readonly start?: Scenario['start'];
  readonly act?: ScenarioStep['do'];
  readonly expect: ProcessExpectation;
}

function stepOf(line: string): Line {
  const [doing = '', seen = ''] = line.split(' : ');
  const [said = '', given = ''] = doing.split(' with ');
  const [verb = '', ...names] = said.trim().split(/[ ,]+/);
  const expect = expectationOf(seen);
  const set = variablesOf(verb === 'set' ? said.slice(4) : given);
  const [name = '', second = ''] = names;
  if (verb === 'start') {
    const by = name === 'message' || name === 'signal' ? { [name]: second } : { process: names.at(-1) ?? '' };
    const before = 'process' in by ? names.slice(0, -1) : [];
    return { start: { before, variables: set, ...by }, expect };
  }
  if (verb === 'set') return { act: { set }, expect };
  const hasData = Object.keys(set).length > 0;
  return { act: { [verb]: name, ...(hasData && { set }) }, expect };
}

function variablesOf(text: string): Record<string, Value> {
  return Object.fromEntries(
    [...text.matchAll(/(\w+) = ([[{].*[\]}]|"[^"]*"|[\w.-]+)/g)].map(([, name, value]) => [
      name,
      JSON.parse(value ?? '') as Value,
    ]),
  );
}

/** `check, pay; ended; joins j; stuck at x; uncaught E1; refused; did a a b; can c` */
function expectationOf(text: string): ProcessExpectation {
  const found: Open<ProcessExpectation> = {};
  for (const part of text.split(';').map((each) => each.trim())) {
    const [word = '', ...rest] = part.split(/[ ,]+/);
    if (word === 'ended') found.ended = true;
    else if (word === 'joins') found.joins = rest;
    else if (word === 'stuck') Object.assign(found, { error: 'no-outgoing-flow', at: rest[1] });
    else if (word === 'uncaught') found.uncaughtError = rest[0] ?? true;
    else if (word === 'refused') found.rejected = true;
    else if (word === 'did') found.visited = rest;
    else if (word === 'can') found.enabled = rest;
    else if (word === 'nothing') found.active = [];
    else if (word !== '') found.active = [word, ...rest];
  }
  return found;
}
