/** What was done to a model in a simulation, as a `scenario` block for its text. */
import * as text from '../language/index.ts';
import { allElements, is, type ModelElement } from '../model/index.ts';
import { type Act, buildCasePlan, buildLinked, type CaseAct, type LinkedAct } from '../semantics/index.ts';
import { type CaseLine, type RecordedCase, recordCase } from '../simulation/index.ts';
import { casesOf, processesOf } from './models-that-run.ts';
import { contextText, recordScenario } from './record-scenario.ts';
import type { ScenarioSource } from './scenarios.ts';
import type { SourceDocument } from './source-document.ts';

export interface RecordedScenario {
  /** The block; absent where `message` says why there is none. */
  readonly text?: string;
  readonly message?: string;
}

/** @param acts all that was done, in its order */
export function recordedScenario(document: SourceDocument, acts: readonly object[]): RecordedScenario {
  const { scenarios: source } = document;
  if (!source) return { message: 'A scenario is written into a text, and this file is none: import it first.' };
  const done = acts as readonly LinkedAct[];
  const inCases = done.flatMap((each) => (each.in === 'cases' ? [each.act] : []));
  const inProcesses = done.flatMap((each) => (each.in === 'processes' ? [each.act] : []));
  if (inCases.length === 0) return ofProcesses(document, source, inProcesses);
  if (inProcesses.length === 0) return ofCase(document, source, inCases);
  return { message: 'What runs a process and a case has to be written by hand.' };
}

function ofProcesses(document: SourceDocument, source: ScenarioSource, acts: readonly Act[]): RecordedScenario {
  const models = [processesOf(document) ?? [], casesOf(document) ?? []].flat();
  const block = recordScenario(source, buildLinked(models), acts, freeName(source));
  if (block !== undefined) return { text: block };
  return {
    message:
      'What was done cannot be said in a scenario: something in it has no name in the text, or the text has changed since. Start over, and record it again.',
  };
}

function ofCase(document: SourceDocument, source: ScenarioSource, acts: readonly CaseAct[]): RecordedScenario {
  const [processes, cases] = [processesOf(document), casesOf(document)];
  const recorded = cases && recordCase(buildCasePlan([cases]), acts);
  if (!cases || recorded === undefined) return { message: 'The text holds no case any more.' };
  if (typeof recorded === 'string') return { message: recorded };
  const calls = buildLinked([...(processes ? [processes] : []), cases]).calls.cases;
  const caller = recorded.lines.find(({ verb, element }) => verb === 'complete' && calls.has(element ?? ''));
  if (caller)
    return {
      message: `${caller.element} runs something that this text holds, and is done by itself when that is over: what happens in it has to be written by hand.`,
    };
  return new CaseWriter(source).write(recorded);
}

/** An id that nothing in the text has. */
function freeName({ model }: ScenarioSource): string {
  const taken = new Set([...text.idsOf(model).idOf].map(([, id]) => id));
  for (let count = 1; ; count++) {
    const name = count === 1 ? 'recorded' : `recorded${count}`;
    if (!taken.has(name)) return name;
  }
}

class CaseWriter {
  readonly #source: ScenarioSource;
  /** Ids of the text by those of the model. */
  readonly #ids = new Map<string, string>();
  #unnamed: string | undefined;

  constructor(source: ScenarioSource) {
    this.#source = source;
    for (const [, id] of text.idsOf(source.model).idOf) this.#ids.set(source.idOf(id), id);
    for (const root of source.definitions) for (const each of allElements(root)) this.#nameByPlan(each);
  }

  /** A run knows a case by its plan. */
  #nameByPlan(element: ModelElement): void {
    if (!is(element, 'cmmn:Case')) return;
    const known = this.#ids.get(element.id ?? '');
    const plan = element.casePlanModel?.id;
    if (known !== undefined && plan !== undefined) this.#ids.set(plan, known);
  }

  write({ about, lines }: RecordedCase): RecordedScenario {
    const head = `scenario ${freeName(this.#source)} for ${this.#name(about, 'for')} {`;
    const block = [head, ...lines.map((line) => `  ${this.#line(line)}`), '}', ''].join('\n');
    return this.#unnamed === undefined
      ? { text: block }
      : { message: `${this.#unnamed} has no name in the text, so a scenario cannot speak of it.` };
  }

  #line({ verb, element, number, transition, rest, set }: CaseLine): string {
    const name = element === undefined ? undefined : this.#name(element, verb);
    const event = transition && text.verbOfFileTransition(transition);
    const words = [verb, name, number, event, rest].filter((word) => word !== undefined);
    if (!set) return words.join(' ');
    return verb === 'set' ? `set ${contextText(set)}` : `${words.join(' ')}  set ${contextText(set)}`;
  }

  #name(id: string, verb: string): string {
    const known = this.#ids.get(id);
    if (known === undefined) this.#unnamed ??= id;
    return text.nameInScenario(known ?? id, verb);
  }
}
