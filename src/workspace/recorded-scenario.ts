/** What was done to a model in a simulation, as a scenario: a block for its text, or a file in JSON beside its XML. */
import * as text from '../language/index.ts';
import { buildLinked, type LinkedAct, type LinkedModel } from '../semantics/index.ts';
import { type About, recordRun, writeScenario } from '../simulation/index.ts';
import type { CalledFile } from './called-file.ts';
import { modelsOf } from './models-that-run.ts';
import { ScenarioBlockWriter } from './scenario-block-writer.ts';
import type { ScenarioSource, SourceDocument } from './source-document.ts';

export interface RecordedScenario {
  /** A block for the text. */
  readonly text?: string;
  /** A file in JSON, to be saved beside that of the model. */
  readonly json?: string;
  /** Why there is neither. */
  readonly message?: string;
}

const changed = {
  message: 'This cannot be done to the model as it is now: it has changed since. Start over, and record it again.',
};

/**
 * @param acts all that was done, in its order
 * @param called the files that hold what the document calls; acts that are not possible with these were done to the document alone
 */
export function recordedScenario(
  document: SourceDocument,
  acts: readonly object[],
  called: readonly CalledFile[],
): RecordedScenario {
  const together = recordedWith(document, acts, called);
  return together === changed && called.length > 0 ? recordedWith(document, acts, []) : together;
}

function recordedWith(
  document: SourceDocument,
  acts: readonly object[],
  called: readonly CalledFile[],
): RecordedScenario {
  const model = buildLinked(
    modelsOf(document),
    called.flatMap(({ models }) => models),
  );
  const done = acts as readonly LinkedAct[];
  const { scenarios: source } = document;
  return source ? inText(source, called, model, done) : inJson(document.path, model, done);
}

function inJson(path: string, model: LinkedModel, acts: readonly LinkedAct[]): RecordedScenario {
  const about = firstBegun(model, acts);
  const scenario = about && recordRun(model, acts, about);
  return scenario ? { json: writeScenario({ ...scenario, name: 'recorded' }, [fileName(path)]) } : changed;
}

function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
}

/** What the first act begins. */
function firstBegun(model: LinkedModel, acts: readonly LinkedAct[]): About | undefined {
  const [first] = acts;
  if (first?.in === 'cases' && first.act.do === 'open') return { case: first.act.case };
  const [process] = begunIn(model, acts);
  return process === undefined ? undefined : { processes: [process] };
}

/** Ids of the processes that acts begin, each once. */
function begunIn({ net }: LinkedModel, acts: readonly LinkedAct[]): string[] {
  const processOf = (id: string) => net.scopes[net.nodes[net.nodeOfId.get(id) ?? -1]?.scope ?? -1]?.id ?? id;
  const begun = acts.flatMap(({ in: side, act }) =>
    side === 'processes' && act.do === 'start' && act.scope === undefined ? [processOf(act.node)] : [],
  );
  return [...new Set(begun)];
}

interface Target {
  /** What stands behind the name: ` for loan`. */
  readonly header: string;
  readonly about: About;
}

function inText(
  source: ScenarioSource,
  called: readonly CalledFile[],
  model: LinkedModel,
  acts: readonly LinkedAct[],
): RecordedScenario {
  const target = targetOf(source, model, acts);
  const scenario = target && recordRun(model, acts, target.about);
  if (!scenario) return changed;
  const written = new ScenarioBlockWriter(source, called, model.net, target.about).write(scenario);
  if ('unnamed' in written) return { message: whyUnnamed(written.unnamed) };
  const lines = written.lines.map((line) => `  ${line}\n`).join('');
  return { text: `scenario ${freeName(source)}${target.header} {\n${lines}}\n` };
}

function whyUnnamed(id: string): string {
  const [name, file] = id.split('#');
  return file === undefined
    ? `${id} has no name in the text, so a scenario cannot speak of it: give it an id.`
    : `${name} of ${file} has a name that this text has too, so a scenario cannot speak of it: give one of the two another id.`;
}

/** What a scenario is for in which these acts are done: the case or process that begins first, or what holds all processes that begin. */
function targetOf(source: ScenarioSource, model: LinkedModel, acts: readonly LinkedAct[]): Target | undefined {
  const first = firstBegun(model, acts);
  if (!first) return undefined;
  const roots = source.model.elements;
  const named = (root: text.Process | text.Case | text.Collaboration, about: About) => ({
    header: ` for ${text.nameInScenario(text.idOf(root), '')}`,
    about,
  });
  if ('case' in first) {
    const { plan } = model;
    const isIt = (root: text.Case) => plan.caseOfId.get(source.idOf(text.idOf(root))) === plan.caseOfId.get(first.case);
    const root = roots.filter(text.isCase).find(isIt);
    return root && named(root, first);
  }
  const begun = begunIn(model, acts);
  const covers = (processes: readonly text.Process[]): About | undefined => {
    const ids = processes.map((process) => source.idOf(text.idOf(process)));
    return begun.every((id) => ids.includes(id)) ? { processes: ids } : undefined;
  };
  for (const root of roots.filter(text.isCollaboration)) {
    const about = covers(root.members.flatMap((member) => (member.$type === 'Pool' && member.process?.ref) || []));
    if (about && begun.length > 1) return named(root, about);
  }
  const all = begun.length > 1 ? covers(text.onlyTarget(source.model)?.processes ?? []) : undefined;
  if (all) return { header: '', about: all };
  const process = roots.filter(text.isProcess).find((root) => source.idOf(text.idOf(root)) === first.processes[0]);
  return process && named(process, first);
}

/** An id that nothing in the text has. */
function freeName({ model }: ScenarioSource): string {
  const taken = new Set([...text.idsOf(model).idOf].map(([, id]) => id));
  for (let count = 1; ; count++) {
    const name = count === 1 ? 'recorded' : `recorded${count}`;
    if (!taken.has(name)) return name;
  }
}
