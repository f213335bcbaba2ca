/** Syntax tree → OMG model. The one place where a file's head and root elements become a definitions element. */
import type { Outcome } from '../base/problem.ts';
import { idsOf, isDefine, labelOf, type Model, type Process } from '../language/index.ts';
import { type BaseElement, createElement, type Definitions, type Process as ProcessElement } from '../model/index.ts';
import { compileCollaborations } from './collaboration.ts';
import { CompileContext } from './context.ts';
import { compileDefine } from './define.ts';
import { declareDefinition, isDefinition } from './definitions.ts';
import { compileHead } from './head.ts';
import type { Kept } from './kept.ts';
import { compileDrawnLane, compileLanes } from './lanes.ts';
import { compileBlock } from './sequence.ts';
import type { SourceMap } from './source-map.ts';

export interface Compiled {
  readonly definitions: Definitions;
  readonly sourceMap: SourceMap;
  /** Ids of the elements by their keys in the layout file. */
  readonly idOfKey: ReadonlyMap<string, string>;
  /** Keys in the layout file by element. */
  readonly keys: ReadonlyMap<BaseElement, string>;
}

/**
 * Compiles a linked file. Whatever is half-typed or refers to nothing is left out; the rest is made.
 * @returns the model, without a drawing, and where its elements stand in the text; problems that only the model shows
 */
export function compile(model: Model, kept: Kept = {}): Outcome<Compiled> {
  const taken = new Set(idsOf(model).taken);
  const definitions = compileHead(model, kept.head ?? {}, new Set([...taken, ...(kept.ids?.values() ?? [])]));
  const context = new CompileContext(definitions, kept, taken, new Set(model.elements));
  for (const header of model.header) if (header.$type === 'Definitions') context.details.note(header, definitions);
  for (const root of model.elements) {
    if (isDefinition(root)) declareDefinition(context, root);
    else if (isDefine(root)) compileDefine(context, root);
  }
  const processes = model.elements.filter((root) => root.$type === 'Process');
  const elements = processes.map((node) => makeProcess(context, node));
  compileCollaborations(context, model);
  for (const element of elements) context.addRoot(element);
  for (const [index, node] of processes.entries()) compileBody(context, node, elements[index]);
  context.finish();
  return {
    value: { definitions, sourceMap: context.sources, idOfKey: context.idOfKey, keys: context.keys },
    problems: context.problems,
  };
}

function makeProcess(context: CompileContext, node: Process): ProcessElement {
  const process = createElement('bpmn:Process', { id: context.id(node), isExecutable: node.executable });
  context.bind(node, process);
  context.name(process, labelOf(node));
  return process;
}

function compileBody(context: CompileContext, node: Process, process: ProcessElement | undefined): void {
  if (!process || !node.body) return;
  const lanes = compileLanes(context, process, node.body);
  const lane = lanes.size === 0 ? compileDrawnLane(context, process, node) : undefined;
  compileBlock(context, { container: process, lanes, ...(lane && { lane }) }, node.body.statements, []);
}
