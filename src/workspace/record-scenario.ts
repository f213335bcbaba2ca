/** Writes down what somebody did in a run, as a scenario block in the words of the text. */
import * as text from '../language/index.ts';
import { is, type ModelElement } from '../model/index.ts';
import type { Act, LinkedModel, Net } from '../semantics/index.ts';
import {
  type Choice,
  recordActs,
  type ScenarioAct,
  type ScenarioStep,
  type Variables,
  wayOf,
} from '../simulation/index.ts';
import type { ScenarioSource } from './scenarios.ts';

/**
 * A scenario block that does what was done in a run of the processes of a text, and expects what was there in the end.
 * @param acts all that was done, from the beginning
 * @param name the id that the scenario gets
 * @returns undefined: there is no such scenario, as something was done that scenarios have no word for
 */
export function recordScenario(
  source: ScenarioSource,
  model: LinkedModel,
  acts: readonly Act[],
  name: string,
): string | undefined {
  const target = recordedTarget(source, model.net, acts);
  const steps = target && recordActs(model, acts, target.about);
  if (!target || !steps) return undefined;
  const writer = new ScenarioWriter(source, model.net);
  const lines = writer.lines(steps);
  return (
    lines &&
    `scenario ${text.nameInScenario(name, '')}${target.header} {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
  );
}

interface RecordedTarget {
  /** What stands behind the name: ` for loan`. */
  readonly header: string;
  readonly about: readonly string[];
}

/** What a scenario is for in which these processes began. */
function recordedTarget({ model, idOf }: ScenarioSource, net: Net, acts: readonly Act[]): RecordedTarget | undefined {
  const begun = new Set(
    acts.flatMap((act) => (act.do === 'start' && act.scope === undefined ? [processOf(net, act.node)] : [])),
  );
  const covers = (processes: readonly text.Process[]) => {
    const ids = processes.map((process) => idOf(text.idOf(process)));
    return [...begun].every((id) => ids.includes(id)) ? ids : undefined;
  };
  const roots = model.elements;
  for (const root of roots.filter(text.isProcess)) {
    const about = covers([root]);
    if (about) return { header: ` for ${text.nameInScenario(text.idOf(root), '')}`, about };
  }
  for (const root of roots.filter(text.isCollaboration)) {
    const about = covers(root.members.flatMap((member) => (member.$type === 'Pool' && member.process?.ref) || []));
    if (about) return { header: ` for ${text.nameInScenario(text.idOf(root), '')}`, about };
  }
  const about = covers(text.onlyTarget(model)?.processes ?? []);
  return about && { header: '', about };
}

function processOf(net: Net, id: string): string {
  const node = net.nodes[net.nodeOfId.get(id) ?? -1];
  return node ? (net.scopes[node.scope]?.id ?? '') : id;
}

class ScenarioWriter {
  readonly #net: Net;
  readonly #source: ScenarioSource;
  /** Ids of the text by those of the model. */
  readonly #names = new Map<string, string>();

  constructor(source: ScenarioSource, net: Net) {
    this.#net = net;
    this.#source = source;
    for (const [, id] of text.idsOf(source.model).idOf) this.#names.set(source.idOf(id), id);
  }

  /** The lines of the block; a choice stands on the line of what leads to it. undefined: something has no name in the text. */
  lines(steps: readonly ScenarioStep[]): string[] | undefined {
    const lines: string[] = [];
    for (const { do: act, expect } of steps) {
      const said = act ? this.#act(act) : expect && this.#expected(expect);
      if (said === undefined) return undefined;
      const last = lines.at(-1);
      if (act?.choose && last?.startsWith('complete ') && !last.includes('choose'))
        lines[lines.length - 1] = `${last}  ${said}`;
      else if (expect && last?.startsWith('expect '))
        lines[lines.length - 1] = `${last}  ${said.slice('expect '.length)}`;
      else lines.push(said);
    }
    return lines;
  }

  #act(act: ScenarioAct): string | undefined {
    const said = this.#verb(act);
    if (said === undefined || !act.set) return said;
    // By itself it says of which process instance the variables are.
    const set = said === '' && act.number !== undefined ? `set ${act.number}` : 'set';
    return `${said} ${set} ${contextText(act.set)}`.trimStart();
  }

  #verb({
    start,
    complete,
    timer,
    occur,
    fail,
    message,
    signal,
    choose,
    number,
    set,
  }: ScenarioAct): string | undefined {
    const which = number === undefined ? '' : ` ${number}`;
    const named = (verb: string, id: string) => {
      const name = this.#names.get(id);
      return name === undefined ? undefined : `${verb} ${text.nameInScenario(name, verb)}${which}`;
    };
    const declared = (verb: string, kind: Declared, key: string) => {
      const id = this.#declared(kind, key);
      return id === undefined ? undefined : `${verb} ${text.nameInScenario(id, verb)}${which}`;
    };
    if (start)
      return start.length === 1 && this.#net.nodeOfId.has(start[0] ?? '') ? named('start', start[0] ?? '') : 'start';
    if (complete !== undefined) return named('complete', complete);
    if (timer !== undefined) return named('timer', timer);
    if (occur !== undefined) return named('occur', occur);
    if (message !== undefined) return declared('message', 'bpmn:Message', message);
    if (signal !== undefined) return declared('signal', 'bpmn:Signal', signal);
    if (fail) {
      const error = fail.error === '' ? '' : this.#declared('bpmn:Error', fail.error);
      const task = named('fail', fail.element);
      return task === undefined || error === undefined
        ? undefined
        : `${task}${error && ` error ${text.nameInScenario(error, 'error')}`}`;
    }
    if (choose) return this.#choice(choose, named('choose', choose.element ?? ''));
    return set ? '' : undefined;
  }

  #choice(choice: Choice, said: string | undefined): string | undefined {
    if (said === undefined) return undefined;
    if ('count' in choice) return `${said} items ${choice.count}`;
    if ('again' in choice) return `${said} ${choice.again ? 'again' : 'done'}`;
    if (!('flows' in choice)) return undefined;
    const node = this.#net.nodes[this.#net.nodeOfId.get(choice.element ?? '') ?? -1];
    const flows = choice.flows.flatMap((id) => this.#net.flows[this.#net.flowOfId.get(id) ?? -1] ?? []);
    return node && `${said} ${flows.map((flow) => wayOf(this.#net, node, flow)).join(', ')}`;
  }

  #expected({ active, reached, ended }: NonNullable<ScenarioStep['expect']>): string | undefined {
    if (ended) return 'expect ended';
    const names = (active ?? reached ?? []).map((id) => this.#names.get(id));
    if (names.some((name) => name === undefined)) return undefined;
    return `expect ${active ? 'active' : 'end'} ${names.map((name) => text.nameInScenario(name ?? '', ',')).join(', ')}`;
  }

  /** The id in the text of a message, a signal or an error, by what a run knows it by. */
  #declared(kind: Declared, key: string): string | undefined {
    const roots = this.#source.definitions.flatMap((root) => (is(root, 'bpmn:Definitions') ? root.rootElements : []));
    const found = (roots as readonly ModelElement[]).find((root) => is(root, kind) && keyOf(root) === key);
    return found && 'id' in found ? this.#names.get(String(found.id)) : undefined;
  }
}

type Declared = 'bpmn:Message' | 'bpmn:Signal' | 'bpmn:Error';

function keyOf(element: ModelElement): string | undefined {
  const code = is(element, 'bpmn:Error') ? element.errorCode : undefined;
  const { name, id } = element as { readonly name?: string; readonly id?: string };
  return code || name || id;
}

/** Variables as the block of a scenario has them. */
export function contextText(values: Readonly<Variables>): string {
  const entries = Object.entries(values).map(
    ([name, value]) => `${text.isBareId(name) ? name : stringText(name)}: ${valueText(value)}`,
  );
  return entries.length > 0 ? `{ ${entries.join(', ')} }` : '{}';
}

function valueText(value: unknown): string {
  if (typeof value === 'string') return stringText(value);
  if (typeof value === 'number') return /e/.test(String(value)) ? `\`${value.toFixed(20)}\`` : String(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `[${value.map(valueText).join(', ')}]`;
  return typeof value === 'object' && value !== null ? contextText(value as Variables) : 'null';
}

/** A text as the language writes it: its escapes are fewer than those of JSON. */
function stringText(value: string): string {
  const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '"': '\\"', '\\': '\\\\' };
  return `"${value.replace(/[\n\r\t"\\]/g, (sign) => escapes[sign] ?? sign)}"`;
}
