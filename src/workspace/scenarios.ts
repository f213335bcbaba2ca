/** The scenario blocks of a text, as scenarios of its models. */
import { type AstNode, AstUtils } from 'langium';
import type { Range } from '../base/range.ts';
import * as text from '../language/index.ts';
import { allElements, type FlowNode, is, type ModelElement } from '../model/index.ts';
import { compileExpression, fileTransitions, type ItemState } from '../semantics/index.ts';
import {
  type Choice,
  durationOf,
  type Expectation,
  type NamedTrigger,
  type Scenario,
  type ScenarioAct,
  type ScenarioStep,
  type Variables,
} from '../simulation/index.ts';
import type { CalledFile } from './called-file.ts';
import type { ScenarioSource } from './source-document.ts';

/** A scenario block of a text. */
export interface TextScenario {
  readonly scenario: Scenario;
  /** Its header, and all of it. */
  readonly range: Range;
  readonly whole: Range;
  /** Ids of the processes, or of the case, that it is for. */
  readonly about: readonly string[];
}

/**
 * The scenarios of a linked text; one whose names resolve to nothing does less than it says: the checks of the language tell.
 * @param called the files whose processes and cases it calls
 */
export function scenariosOf(source: ScenarioSource, called: readonly CalledFile[]): TextScenario[] {
  const reader = new ScenarioReader(source, called);
  return source.model.elements.filter(text.isScenario).flatMap((node) => reader.read(node) ?? []);
}

type Ref<Node extends text.Scenario['$container'] | object> = { readonly ref?: Node } | undefined;

class ScenarioReader {
  readonly #elements = new Map<string, ModelElement>();
  /** Ids in the models by ids of a text. */
  readonly #idsOf: ReadonlyMap<AstNode, (id: string) => string>;

  constructor({ model, definitions, idOf }: ScenarioSource, called: readonly CalledFile[]) {
    this.#idsOf = new Map([
      ...called.flatMap(({ text: root, idOf: ofCalled }): [AstNode, typeof idOf][] => (root ? [[root, ofCalled]] : [])),
      [model, idOf],
    ]);
    for (const root of [...definitions, ...called.flatMap(({ models }) => models)])
      for (const element of allElements(root))
        if ('id' in element && typeof element.id === 'string' && !this.#elements.has(element.id))
          this.#elements.set(element.id, element);
  }

  read(node: text.Scenario): TextScenario | undefined {
    const target = text.targetOf(node);
    const whole = node.$cstNode?.range;
    if (!whole) return undefined;
    const lines = node.body?.lines ?? [];
    // What is for nothing that there is has a problem that says so.
    const about = (target?.case ? [target.case] : (target?.processes ?? [])).map((each) => this.#id({ ref: each }));
    const isCase = target?.case !== undefined;
    const opening = isCase ? lines.find(text.isBareStart) : undefined;
    const scenario: Scenario = {
      name: text.nameOfScenario(node),
      kind: isCase ? 'cmmn' : 'bpmn',
      start: {
        before: [],
        variables: opening ? variablesOf(text.setWith(opening)?.values) : {},
        ...(isCase && { case: about[0] ?? '' }),
      },
      waits: [],
      effects: [],
      watch: [],
      steps: lines.flatMap((line) => (line === opening ? [] : this.#steps(line, about, target?.case))),
      unknown: 'choose',
    };
    const end = node.body?.$cstNode?.range.start ?? whole.end;
    return { scenario, about, whole, range: { start: whole.start, end } };
  }

  #steps(line: text.ScenarioLine, about: readonly string[], ofCase: text.Case | undefined): ScenarioStep[] {
    if (line.$type === 'ExpectLine') return line.expectations.flatMap((each) => this.#expected(each, ofCase));
    if (line.$type === 'UnknownAct' || (line.$type === 'SetAct' && text.isSetWith(line))) return [];
    const act = this.#act(line, about, ofCase);
    const set = line.$type === 'SetAct' ? line.values : text.setWith(line)?.values;
    const range = line.$cstNode?.range;
    const expect = isRefused(line) ? { expect: { rejected: true } } : {};
    return [{ do: { ...act, ...(set && { set: variablesOf(set) }) }, ...expect, ...(range && { range }) }];
  }

  #act(line: text.ScenarioLine, about: readonly string[], ofCase: text.Case | undefined): ScenarioAct {
    const number = 'number' in line && line.number !== undefined ? { number: Number(line.number) } : {};
    switch (line.$type) {
      case 'Act':
        return { ...(isOfCase(line, ofCase) ? this.#caseAct(line, ofCase) : this.#processAct(line, about)), ...number };
      case 'MessageAct':
        return text.isMessage(line.told?.ref)
          ? { message: this.#key(line.told), ...number }
          : { occur: this.#id(line.told), ...number };
      case 'SignalAct':
        return { signal: this.#key(line.signal) };
      case 'FailAct':
        return { fail: { element: this.#id(line.node), error: this.#key(line.error) }, ...number };
      case 'FileAct':
        return { ...this.#fileAct(line), ...number };
      case 'ChooseAct':
        return { choose: this.#choice(line), ...number };
      default:
        return number;
    }
  }

  #processAct({ kind, node, by }: text.Act, about: readonly string[]): ScenarioAct {
    const id = this.#id(node);
    if (kind === 'start') return { start: node ? [id] : about };
    if (kind === 'complete') return { complete: id };
    if (kind === 'timer') return { timer: id };
    const named = by && this.#trigger(by);
    return { occur: id, ...(named && { by: named }) };
  }

  #trigger(trigger: text.Trigger): NamedTrigger | undefined {
    const named = (kind: NamedTrigger['kind'], name: string | undefined) => ({ kind, ...(name && { name }) });
    switch (trigger.$type) {
      case 'MessageTrigger':
        return named('message', this.#key(trigger.message));
      case 'SignalTrigger':
        return named('signal', this.#key(trigger.signal));
      case 'ErrorTrigger':
        return named('error', this.#key(trigger.error));
      case 'EscalationTrigger':
        return named('escalation', this.#key(trigger.escalation));
      case 'TimerTrigger':
        return named('timer', text.expressionText(trigger.value));
      case 'ConditionTrigger':
        return named('conditional', text.expressionText(trigger.condition));
      default:
        return undefined;
    }
  }

  #caseAct({ kind, node, number }: text.Act, ofCase: text.Case | undefined): ScenarioAct {
    const id = this.#id(node);
    if (text.isCase(node?.ref) && kind === 'start') return { start: [id] };
    if (node?.ref === ofCase && number === undefined) return actsOfCase[kind] ?? {};
    const verbs: Readonly<Record<string, string>> = { start: 'manualStart', timer: 'occur' };
    return { [verbs[kind] ?? kind]: id };
  }

  #fileAct({ item, path, transition }: text.FileAct): ScenarioAct {
    const event = text.fileTransitionOf(transition);
    const known = fileTransitions.find((each) => each === event);
    return known ? { file: { item: this.#id(path.at(-1) ?? item), transition: known } } : {};
  }

  #choice({ node, ways, itemsWord, count, again }: text.ChooseAct): Choice {
    const element = node ? { element: this.#id(node) } : {};
    const [first] = ways;
    if (first?.answer !== undefined) return { ...element, holds: first.answer === 'true' };
    if (first) return { ...element, flows: ways.flatMap((way) => this.#flow(this.#id(node), way)) };
    return itemsWord ? { ...element, count: Number(count ?? 0) } : { ...element, again };
  }

  /** Ids of the flows that a way means: by its label, by where it leads, by its place. */
  #flow(id: string, { label, target, otherwise, place }: text.Way): string[] {
    const gateway = this.#elements.get(id);
    if (!is(gateway, 'bpmn:FlowNode')) return [];
    const { outgoing } = gateway;
    const flow =
      label !== undefined
        ? outgoing.find(({ name }) => name === label)
        : target
          ? outgoing.find(({ targetRef }) => targetRef?.id === this.#id(target))
          : otherwise
            ? defaultOf(gateway)
            : outgoing[Number(place ?? 0) - 1];
    return flow?.id === undefined ? [] : [flow.id];
  }

  #expected(node: text.Expectation, ofCase: text.Case | undefined): ScenarioStep[] {
    const expect = this.#expectation(node, ofCase);
    const range = node.$cstNode?.range;
    return expect ? [{ expect, ...(range && { range }) }] : [];
  }

  #expectation(node: text.Expectation, ofCase: text.Case | undefined): Expectation | undefined {
    switch (node.$type) {
      case 'NodesExpected': {
        const key = node.kind === 'end' ? 'reached' : node.kind;
        return { [key]: node.nodes.map((each) => this.#id(each)) };
      }
      case 'PlainExpected':
        return node.kind === 'ended' ? { ended: true } : undefined;
      case 'VisitedExpected':
        return { times: { element: this.#id(node.node), count: Number(node.times ?? 1) } };
      case 'StateExpected': {
        const states = node.states as ItemState[];
        const [only] = states;
        if (node.item?.ref === ofCase && only) return { case: only };
        return { states: { [this.#id(node.item)]: states.length === 1 && only ? only : states } };
      }
      case 'SentExpected':
        return { sent: this.#key(node.message) };
      case 'FailedExpected':
        return { uncaughtError: node.error ? this.#key(node.error) : true };
      case 'WithinExpected':
        return { within: durationOf(text.expressionText(node.limit) ?? '') ?? 0 };
      case 'DataExpected':
        return { data: compileExpression(text.expressionText(node.condition) ?? '', text.languageOf(node.condition)) };
    }
  }

  #id(reference: Ref<object>): string {
    const node = reference?.ref as AstNode | undefined;
    if (!node) return '';
    const id = text.idOf(node);
    return this.#idsOf.get(AstUtils.findRootNode(node))?.(id) ?? id;
  }

  /** What a run knows a message, a signal, an error or an escalation by: its code, its name, else its id. */
  #key(reference: Ref<object>): string {
    const id = this.#id(reference);
    const element = this.#elements.get(id);
    const code = codeOf(element);
    const name = element && 'name' in element && typeof element.name === 'string' ? element.name : undefined;
    return code || name || id;
  }
}

/** The code of an error or an escalation. */
export function codeOf(element: ModelElement | undefined): string | undefined {
  if (is(element, 'bpmn:Error')) return element.errorCode;
  return is(element, 'bpmn:Escalation') ? element.escalationCode : undefined;
}

function defaultOf(node: FlowNode) {
  return (node as FlowNode & { default?: { id?: string } }).default;
}

const actsOfCase: Readonly<Record<string, ScenarioAct>> = {
  complete: { completeCase: true },
  terminate: { terminateCase: true },
  suspend: { suspendCase: true },
  resume: { reactivateCase: true },
  reactivate: { reactivateCase: true },
  close: { closeCase: true },
};

/** An act is about a case where it names one or an item of one; where it names nothing, that of the scenario. */
function isOfCase({ node }: text.Act, ofCase: text.Case | undefined): boolean {
  return node?.ref ? text.isPlanItem(node.ref) || text.isCase(node.ref) : ofCase !== undefined;
}

/** Whether the act of a line is expected to be impossible. */
function isRefused(line: text.ScenarioLine): boolean {
  const lines = 'lines' in line.$container ? line.$container.lines : [];
  const next = lines
    .slice((line.$containerIndex ?? 0) + 1)
    .find((each) => !(each.$type === 'SetAct' && text.isSetWith(each)));
  return (
    next?.$type === 'ExpectLine' &&
    next.expectations.some((each) => each.$type === 'PlainExpected' && each.kind === 'refused')
  );
}

/** The variables that a block names, as values. */
function variablesOf(context: text.ContextValue | undefined): Variables {
  return Object.fromEntries(
    (context?.entries ?? []).map(({ key, label, value }) => [key ?? label ?? '', value && literalOf(value)]),
  );
}

function literalOf(value: text.ScenarioValue): unknown {
  if (value.$type === 'ContextValue') return variablesOf(value);
  if (value.$type === 'ListValue') return value.items.map(literalOf);
  const { text: word, number, bool, expression } = value;
  if (word !== undefined) return word;
  if (number !== undefined) return Number(number);
  if (bool !== undefined) return bool === 'true';
  if (!expression) return null;
  const none = { get: () => undefined, all: () => ({}) };
  return compileExpression(expression.text ?? '', text.languageOf(expression)).evaluate(none) ?? null;
}
