/** Syntax tree → CMMN model: the cases of a file, and what only they use. */
import type { Outcome } from '../../base/problem.ts';
import { type Case, type CaseItem, idsOf, labelOf, type Model } from '../../language/index.ts';
import { append, type Cmmn, createElement, type ModelElement } from '../../model/index.ts';
import { compileCaseHead } from '../head.ts';
import type { Kept } from '../kept.ts';
import type { SourceMap } from '../source-map.ts';
import { compileCaseNotes } from './artifacts.ts';
import { compileDecision } from './called.ts';
import { CaseContext, keyOf } from './case-context.ts';
import { compileCriteria } from './criteria.ts';
import { definedElement } from './define.ts';
import { compileFileItem } from './file-items.ts';
import { compileItems, isAutoComplete } from './plan.ts';

export interface CompiledCases {
  readonly definitions: Cmmn.Definitions;
  readonly sourceMap: SourceMap;
  /** Ids of the elements by their keys in the layout file. */
  readonly idOfKey: ReadonlyMap<string, string>;
  /** Keys in the layout file by element. */
  readonly keys: ReadonlyMap<ModelElement, string>;
}

/**
 * Compiles the cases of a linked file. Whatever is half-typed or refers to nothing is left out; the rest is made.
 * @returns the model, without a drawing, and where its elements stand in the text; problems that only the model shows
 */
export function compileCases(model: Model, kept: Kept = {}): Outcome<CompiledCases> {
  const definitions = compileCaseHead(model, kept.head ?? {});
  const context = new CaseContext(definitions, kept, new Set(idsOf(model).taken));
  for (const header of model.header) if (header.$type === 'Definitions') context.details.note(header, definitions);
  for (const root of model.elements) {
    if (root.$type === 'Define') definedElement(context, root);
    else if (root.$type === 'Decision') compileDecision(context, root);
  }
  for (const root of model.elements) if (root.$type === 'Case') compileCase(context, root);
  context.finish();
  const { sources: sourceMap, problems } = context;
  return { value: { definitions, sourceMap, idOfKey: context.ids.idOfKey, keys: context.keys }, problems };
}

function compileCase(context: CaseContext, node: Case): void {
  const element = createElement('cmmn:Case', { id: context.ids.id(node) });
  const key = keyOf(node);
  context.bind(node, element);
  context.name(element, key, labelOf(node));
  append(context.definitions, 'cases', element);
  const plan = createElement('cmmn:Stage', { id: context.ids.idFor(`${key}/plan`, `${element.id}_plan`) });
  context.setKey(plan, `${key}/plan`);
  const named = node.details.find((detail) => detail.key === 'casePlanModel');
  if (!named?.name && !named?.label) context.name(plan, `${key}/plan`, labelOf(node));
  if (named?.name !== undefined) plan.id = undefined;
  context.sources.add(plan.id, node);
  element.set('casePlanModel', plan);
  context.describe(node, element);
  if (isAutoComplete(node)) plan.autoComplete = true;
  const items = node.body?.items ?? [];
  compileRoles(context, element, key, items);
  compileFiles(context, element, key, items);
  compileCriteria(context, { owner: plan, key, container: plan, clauses: node.clauses });
  compileItems(context, { stage: plan, container: plan, table: plan, key }, items);
  compileCaseNotes(context, items);
}

function compileRoles(context: CaseContext, element: Cmmn.Case, key: string, items: readonly CaseItem[]): void {
  const nodes = items.filter((item) => item.$type === 'Role');
  if (nodes.length === 0) return;
  const roles = context.keepId(createElement('cmmn:CaseRoles'), `${key}/roles`);
  element.set('caseRoles', roles);
  for (const node of nodes) {
    const role = createElement('cmmn:Role', { id: context.ids.id(node) });
    context.bind(node, role);
    context.name(role, keyOf(node), labelOf(node));
    context.describe(node, role);
    append(roles, 'role', role);
  }
}

function compileFiles(context: CaseContext, element: Cmmn.Case, key: string, items: readonly CaseItem[]): void {
  const nodes = items.filter((item) => item.$type === 'FileItem');
  if (nodes.length === 0) return;
  const file = context.keepId(createElement('cmmn:CaseFile'), `${key}/file`);
  element.set('caseFileModel', file);
  for (const node of nodes) append(file, 'caseFileItems', compileFileItem(context, node));
}
