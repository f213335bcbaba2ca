/** What a scenario is about, by its text alone. */
import { AstUtils } from 'langium';
import {
  type Act,
  type Case,
  isCase,
  isProcess,
  isRuns,
  type Model,
  type Process,
  type Scenario,
  type ScenarioLine,
  type SetAct,
} from './generated/ast.ts';
import { CHOICES, SCENARIO_WORDS } from './lexing/scenario-words.ts';
import { isBareId } from './xml-name.ts';

/** What a scenario is for: a case, or the processes that begin together. */
export interface ScenarioTarget {
  readonly processes: readonly Process[];
  readonly case?: Case;
}

/** What `for` names; without it what the file holds, if that is one thing: its case, its process, or the processes that are pools. */
export function targetOf({ of, forWord, $container }: Scenario): ScenarioTarget | undefined {
  if (!forWord) return onlyTarget($container);
  const target = of?.ref;
  if (isCase(target)) return { processes: [], case: target };
  if (isProcess(target)) return { processes: [target] };
  if (!target) return undefined;
  return { processes: target.members.flatMap((member) => (member.$type === 'Pool' && member.process?.ref) || []) };
}

/** The one thing in a file that a scenario can be for: its case, its process, or the processes that are pools. */
export function onlyTarget({ elements }: Model): ScenarioTarget | undefined {
  const cases = elements.filter(isCase);
  const processes = elements.filter(isProcess);
  const [first] = cases;
  if (first) return cases.length === 1 && processes.length === 0 ? { processes: [], case: first } : undefined;
  if (processes.length === 1) return { processes };
  const run = elements.flatMap((element) => (element.$type === 'Pool' && element.process?.ref) || []);
  const pools = processes.filter((process) => process.own || run.includes(process));
  return pools.length > 0 ? { processes: pools } : undefined;
}

/** What runs in a scenario: what it is for, what it starts beside that, and all that these call, in other files too. */
export function runIn({ processes, case: ofCase }: ScenarioTarget, { body }: Scenario): ReadonlySet<Process | Case> {
  const started = (body?.lines ?? []).flatMap(
    (line) => (line.$type === 'Act' && line.kind === 'start' && line.node?.ref) || [],
  );
  const run = new Set<Process | Case>(ofCase ? [ofCase] : processes);
  for (const each of started) {
    const root = AstUtils.getContainerOfType(each, (node) => isProcess(node) || isCase(node));
    if (root) run.add(root);
  }
  return withCalled(run);
}

/** Processes and cases with all that they call, in other files too. */
export function withCalled(roots: Iterable<Process | Case>): ReadonlySet<Process | Case> {
  const run = new Set(roots);
  for (const each of run)
    for (const node of AstUtils.streamAllContents(each)) {
      const called = isRuns(node) ? node.runs?.ref : undefined;
      if (called && (isProcess(called) || isCase(called))) run.add(called);
    }
  return run;
}

/** What a scenario is called: its name, else its label. */
export function nameOfScenario({ name, label, $containerIndex = 0 }: Scenario): string {
  return name ?? label ?? `scenario ${$containerIndex + 1}`;
}

/** The variables that change with an act: those of a `set` on its line. */
export function setWith(line: ScenarioLine): SetAct | undefined {
  const { $container: block, $containerIndex: index = -1 } = line;
  const next = 'lines' in block ? block.lines[index + 1] : undefined;
  if (next?.$type !== 'SetAct' || !takesVariables(line)) return undefined;
  return next.$cstNode?.range.start.line === line.$cstNode?.range.end.line ? next : undefined;
}

/** Whether a `set` belongs to the act before it on its line. */
export function isSetWith(line: SetAct): boolean {
  const { $container: block, $containerIndex: index = -1 } = line;
  const before = 'lines' in block ? block.lines[index - 1] : undefined;
  return before !== undefined && setWith(before) === line;
}

function takesVariables({ $type }: ScenarioLine): boolean {
  return $type === 'Act' || $type === 'MessageAct' || $type === 'SignalAct' || $type === 'FileAct';
}

/** Whether an act begins what the scenario is for. */
export function isBareStart(line: ScenarioLine): line is Act {
  return line.$type === 'Act' && line.kind === 'start' && !line.node;
}

/**
 * An id as it is written in a scenario. Behind most of its words every word is a name; behind `start` another act may follow, behind `choose`
 * what is chosen.
 * @param verb the word before it
 */
export function nameInScenario(id: string, verb: string): string {
  const words = verb === 'start' ? SCENARIO_WORDS : verb === 'choose' ? CHOICES : NONE;
  return isBareId(id) && !words.has(id) ? id : `'${id}'`;
}

const NONE: ReadonlySet<string> = new Set();
