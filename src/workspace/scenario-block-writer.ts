/** Writes a scenario in the words of the text. */
import * as text from '../language/index.ts';
import { allElements, is, type ModelElement } from '../model/index.ts';
import type { Net } from '../semantics/index.ts';
import {
  type About,
  type Choice,
  type Expectation,
  type NamedTrigger,
  type Scenario,
  type ScenarioAct,
  type Variables,
  wayOf,
} from '../simulation/index.ts';
import type { CalledFile } from './called-file.ts';
import { codeOf } from './scenarios.ts';
import type { ScenarioSource } from './source-document.ts';

/** The lines of a block; or an id of the model that the text has no name for. */
export type WrittenBlock = { readonly lines: readonly string[] } | { readonly unnamed: string };

type Declared = 'bpmn:Message' | 'bpmn:Signal' | 'bpmn:Error' | 'bpmn:Escalation';

export class ScenarioBlockWriter {
  readonly #net: Net;
  readonly #source: ScenarioSource;
  readonly #about: About;
  /** Ids of the text by those of the model. */
  readonly #names = new Map<string, string>();
  #unnamed: string | undefined;

  constructor(source: ScenarioSource, called: readonly CalledFile[], net: Net, about: About) {
    this.#net = net;
    this.#source = source;
    this.#about = about;
    for (const [, id] of text.idsOf(source.model).idOf) this.#names.set(source.idOf(id), id);
    for (const file of called) this.#nameCalled(file);
    for (const root of [...source.definitions, ...called.flatMap(({ models }) => models)])
      for (const each of allElements(root)) this.#nameByPlan(each);
  }

  /** A name means what this text has by it, where there is such. */
  #nameCalled({ text: model, idOf }: CalledFile): void {
    const taken = new Set(this.#names.values());
    for (const [, id] of model ? text.idsOf(model).idOf : [])
      if (!taken.has(id) && !this.#names.has(idOf(id))) this.#names.set(idOf(id), id);
  }

  /** A run knows a case by its plan. */
  #nameByPlan(element: ModelElement): void {
    if (!is(element, 'cmmn:Case')) return;
    const known = this.#names.get(element.id ?? '');
    const plan = element.casePlanModel?.id;
    if (known !== undefined && plan !== undefined) this.#names.set(plan, known);
  }

  /** A choice stands on the line of what leads to it; what is expected in the end on one. */
  write({ kind, start, steps }: Scenario): WrittenBlock {
    const opening = kind === 'cmmn' ? [`start${setText(start.variables)}`] : [];
    const lines: string[] = opening;
    for (const { do: act, expect } of steps) {
      if (act) this.#addAct(lines, act);
      if (expect) this.#addExpectation(lines, expect);
    }
    return this.#unnamed === undefined ? { lines } : { unnamed: this.#unnamed };
  }

  #addAct(lines: string[], act: ScenarioAct): void {
    const said = this.#act(act);
    const last = lines.at(-1);
    if (act.choose && last?.startsWith('complete ') && !last.includes('choose'))
      lines[lines.length - 1] = `${last}  ${said}`;
    else lines.push(said);
  }

  #addExpectation(lines: string[], expect: Expectation): void {
    for (const said of this.#expected(expect)) {
      const last = lines.at(-1);
      // States stand one below the other.
      const isJoined = last?.startsWith('expect ') && !last.includes('state ') && !said.startsWith('state ');
      if (isJoined) lines[lines.length - 1] = `${last}  ${said}`;
      else lines.push(`expect ${said}`);
    }
  }

  #act(act: ScenarioAct): string {
    const said = this.#verb(act);
    // By itself it says of which process instance the variables are.
    if (said === '') return `set${numberText(act.number)} ${contextText(act.set ?? {})}`;
    return act.set ? `${said}${setText(act.set)}` : said;
  }

  #verb(act: ScenarioAct): string {
    const which = numberText(act.number);
    const named = (verb: string, id: string) => `${verb} ${this.#name(id, verb)}${which}`;
    const { start, fail, choose, file, message, signal } = act;
    if (start) return this.#isAll(start) ? 'start' : named('start', start[0] ?? '');
    if (message !== undefined) return `message ${this.#declared('bpmn:Message', message, 'message')}${which}`;
    if (signal !== undefined) return `signal ${this.#declared('bpmn:Signal', signal, 'signal')}${which}`;
    if (choose) return this.#choice(choose, named('choose', choose.element ?? ''));
    if (fail) {
      const error = fail.error === '' ? '' : ` error ${this.#declared('bpmn:Error', fail.error, 'error')}`;
      return `${named('fail', fail.element)}${error}`;
    }
    if (file) return `${named('file', file.item)} ${text.verbOfFileTransition(file.transition)}`;
    if (act.occur !== undefined && act.by) return `${named('occur', act.occur)} on ${this.#trigger(act.occur, act.by)}`;
    if (act.manualStart !== undefined) return named('start', act.manualStart);
    for (const verb of verbs) if (act[verb] !== undefined) return named(verb, act[verb]);
    for (const [name, verb] of verbsOfCase)
      if (act[name] && 'case' in this.#about) return named(verb, this.#about.case);
    return '';
  }

  #trigger(event: string, { kind, name = '' }: NamedTrigger): string {
    if (kind === 'conditional') return `condition \`${name}\``;
    if (kind === 'timer') {
      const { triggers } = this.#net.nodes[this.#net.nodeOfId.get(event) ?? -1] ?? { triggers: [] };
      const timer = triggers.find((each) => each.timer?.text === name)?.timer;
      return timer ? `timer ${modes[timer.kind]} \`${name}\`` : 'timer';
    }
    const type = declaredAs[kind];
    return type && name !== '' ? `${kind} ${this.#declared(type, name, kind)}` : kind;
  }

  #isAll(ids: readonly string[]): boolean {
    return 'processes' in this.#about && ids.join(' ') === this.#about.processes.join(' ');
  }

  #choice(choice: Choice, said: string): string {
    if ('holds' in choice) return `${said} ${choice.holds}`;
    if ('count' in choice) return `${said} items ${choice.count}`;
    if ('again' in choice) return `${said} ${choice.again ? 'again' : 'done'}`;
    const node = this.#net.nodes[this.#net.nodeOfId.get(choice.element ?? '') ?? -1];
    const flows = choice.flows.flatMap((id) => this.#net.flows[this.#net.flowOfId.get(id) ?? -1] ?? []);
    return node ? `${said} ${flows.map((flow) => wayOf(this.#net, node, flow)).join(', ')}` : said;
  }

  #expected({ active, reached, ended, states, case: state }: Expectation): string[] {
    const list = (ids: readonly string[]) => ids.map((id) => this.#name(id, ',')).join(', ');
    // Ends of what is called in another file may have no name here; those of the own file say enough.
    const known = (reached ?? []).filter((id) => this.#names.has(id) || !id.includes('#'));
    return [
      ...(known.length > 0 ? [`end ${list(known)}`] : []),
      ...(ended ? ['ended'] : []),
      ...(active ? [`active ${list(active)}`] : []),
      ...(state && 'case' in this.#about ? [`state ${this.#name(this.#about.case, 'state')} ${state}`] : []),
      ...Object.entries(states ?? {}).map(([id, state]) => `state ${this.#name(id, 'state')} ${String(state)}`),
    ];
  }

  #name(id: string, verb: string): string {
    const known = this.#names.get(id);
    if (known === undefined) this.#unnamed ??= id;
    return text.nameInScenario(known ?? id, verb);
  }

  /** The id in the text of a message, a signal or an error, by what a run knows it by. */
  #declared(kind: Declared, key: string, verb: string): string {
    const roots = this.#source.definitions.flatMap((root) => (is(root, 'bpmn:Definitions') ? root.rootElements : []));
    const found = (roots as readonly ModelElement[]).find((root) => is(root, kind) && keyOf(root) === key);
    return this.#name(found && 'id' in found ? String(found.id) : key, verb);
  }
}

const modes = { date: 'at', duration: 'after', cycle: 'every' } as const;

const declaredAs: Readonly<Partial<Record<NamedTrigger['kind'], Declared>>> = {
  message: 'bpmn:Message',
  signal: 'bpmn:Signal',
  error: 'bpmn:Error',
  escalation: 'bpmn:Escalation',
};

const verbs = [
  ...(['complete', 'timer', 'occur', 'plan', 'disable'] as const),
  ...(['reenable', 'terminate', 'suspend', 'resume', 'reactivate', 'close'] as const),
] as const satisfies readonly (keyof ScenarioAct)[];

const verbsOfCase = [
  ['completeCase', 'complete'],
  ['terminateCase', 'terminate'],
  ['suspendCase', 'suspend'],
  ['reactivateCase', 'reactivate'],
  ['closeCase', 'close'],
] as const satisfies readonly (readonly [keyof ScenarioAct, string])[];

function keyOf(element: ModelElement): string | undefined {
  const code = codeOf(element);
  const { name, id } = element as { readonly name?: string; readonly id?: string };
  return code || name || id;
}

function numberText(number: number | undefined): string {
  return number === undefined ? '' : ` ${number}`;
}

/** What stands behind an act. */
function setText(values: Readonly<Variables>): string {
  return Object.keys(values).length > 0 ? `  set ${contextText(values)}` : '';
}

/** Variables as the block of a scenario has them. */
function contextText(values: Readonly<Variables>): string {
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
