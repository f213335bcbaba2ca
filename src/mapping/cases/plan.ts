/** Plan items, their definitions and controls; discretionary items and planning tables. */
import {
  type Case,
  type CaseItem,
  type Discretionary,
  labelOf,
  type PlanItem,
  planItemTypes,
  transitionOf,
} from '../../language/index.ts';
import { append, type Cmmn, createElement, is } from '../../model/index.ts';
import { compileFileUses, compileRuns } from './called.ts';
import { type CaseContext, keyOf } from './case-context.ts';
import { compileCriteria } from './criteria.ts';
import { targetOfPath } from './file-items.ts';

/** Where items are made. */
export interface PlanPlace {
  /** Holds definitions: a fragment has none of its own. */
  readonly stage: Cmmn.Stage;
  /** Holds plan items and sentries. */
  readonly container: Cmmn.PlanFragment;
  /** Holds the planning table. */
  readonly table: Cmmn.HumanTask | Cmmn.Stage;
  readonly key: string;
}

export function compileItems(context: CaseContext, place: PlanPlace, items: readonly CaseItem[]): void {
  let discretionary: Discretionary | undefined;
  for (const item of items) {
    if (item.$type === 'PlanItem') compileItem(context, place, item, discretionary);
    // A half-typed word keeps its block in the picture.
    else if (item.$type === 'UnknownItem') compileItems(context, place, item.body?.items ?? []);
    discretionary = item.$type === 'Discretionary' ? item : undefined;
  }
}

function compileItem(
  context: CaseContext,
  place: PlanPlace,
  node: PlanItem,
  discretionary: Discretionary | undefined,
): void {
  const key = keyOf(node);
  const id = context.ids.id(node);
  const item = discretionary ? createElement('cmmn:DiscretionaryItem', { id }) : createElement('cmmn:PlanItem', { id });
  context.bind(node, item);
  context.setPlanItem(node, item);
  if (is(item, 'cmmn:PlanItem')) append(place.container, 'planItems', item);
  else if (discretionary) compileDiscretionary(context, place, item, key, discretionary);
  compileCriteria(context, { owner: item, key, container: place.container, clauses: node.clauses });
  compileControl(context, node, item, key);
  if (sharesDefinition(node)) {
    context.name(item, key, labelOf(node));
    context.describe(node, item);
    return;
  }
  const definition = createElement(planItemTypes[node.kind], {
    id: context.ids.idFor(`${key}/definition`, `${id}_definition`),
  });
  context.setKey(definition, `${key}/definition`);
  item.definitionRef = definition;
  context.sources.add(definition.id, node);
  nameBoth(context, node, item, definition);
  context.describe(node, definition);
  append(place.stage, 'planItemDefinitions', definition);
  compileDefinition(context, place, node, definition);
}

/** `human again with { definitionRef: inspect }`: one more item of a definition that another line makes. */
function sharesDefinition(node: PlanItem): boolean {
  return node.details.some(({ key }) => key === 'definitionRef');
}

/** The label names both, unless `with` gives one of them another name. */
function nameBoth(
  context: CaseContext,
  node: PlanItem,
  item: Cmmn.DiscretionaryItem | Cmmn.PlanItem,
  definition: Cmmn.PlanItemDefinition,
): void {
  const hasOwn = node.details.some(
    ({ key, label }) => /^(planItem|discretionaryItem)$/.test(key) && label !== undefined,
  );
  if (!hasOwn) context.name(item, keyOf(node), labelOf(node));
  context.name(definition, `${keyOf(node)}/definition`, labelOf(node));
}

function compileDefinition(
  context: CaseContext,
  place: PlanPlace,
  node: PlanItem,
  definition: Cmmn.PlanItemDefinition,
): void {
  const items = node.body?.items ?? [];
  const key = keyOf(node);
  if (is(definition, 'cmmn:Stage')) {
    if (isAutoComplete(node)) definition.autoComplete = true;
    compileItems(context, { stage: definition, container: definition, table: definition, key }, items);
  } else if (is(definition, 'cmmn:PlanFragment')) {
    compileItems(context, { ...place, container: definition, key }, items);
  } else if (is(definition, 'cmmn:HumanTask')) {
    compileItems(context, { ...place, table: definition, key }, items);
  }
  if (is(definition, 'cmmn:Task')) {
    if (node.clauses.some((clause) => clause.$type === 'PlanFlag' && clause.flag === 'non-blocking'))
      definition.isBlocking = false;
    compileFileUses(context, node, definition);
  }
  compileClauses(context, node, definition);
}

function compileClauses(context: CaseContext, node: PlanItem, definition: Cmmn.PlanItemDefinition): void {
  for (const clause of node.clauses) {
    if (clause.$type === 'Runs') compileRuns(context, definition, clause);
    else if (clause.$type === 'By') context.later(() => setRoles(definition, rolesOf(context, clause.roles)));
    else if (is(definition, 'cmmn:TimerEventListener')) {
      const key = `${keyOf(node)}/timer`;
      if (clause.$type === 'TimerValue' && clause.value)
        definition.set('timerExpression', context.expression(clause.value, key));
      else if (clause.$type === 'TimerStart') compileStart(context, definition, clause, key);
    }
  }
}

type Roles = readonly { readonly ref?: Parameters<CaseContext['elementOf']>[0] }[];

function rolesOf(context: CaseContext, roles: Roles): Cmmn.Role[] {
  return roles.flatMap(({ ref }) => {
    const role = context.elementOf(ref);
    return is(role, 'cmmn:Role') ? [role] : [];
  });
}

function setRoles(definition: Cmmn.PlanItemDefinition, roles: readonly Cmmn.Role[]): void {
  if (is(definition, 'cmmn:HumanTask')) definition.performerRef = roles[0];
  else if (is(definition, 'cmmn:UserEventListener')) definition.authorizedRoleRefs.push(...roles);
}

function compileStart(
  context: CaseContext,
  definition: Cmmn.TimerEventListener,
  { start }: Extract<PlanItem['clauses'][number], { $type: 'TimerStart' }>,
  key: string,
): void {
  const source = start && (start.path.at(-1) ?? start.source).ref;
  if (!start || !source) return;
  const type = source.$type === 'FileItem' ? 'cmmn:CaseFileItemStartTrigger' : 'cmmn:PlanItemStartTrigger';
  const trigger = context.keepId(createElement(type), `${key}/from`);
  const event = transitionOf(start)?.event;
  if (event !== undefined) trigger.standardEvent = event;
  definition.set('timerStart', trigger);
  context.later(() => {
    const target = targetOfPath(context, start);
    if (target) trigger.set('sourceRef', target);
  });
}

const rules = {
  required: ['requiredRule', 'cmmn:RequiredRule'],
  repeat: ['repetitionRule', 'cmmn:RepetitionRule'],
  manual: ['manualActivationRule', 'cmmn:ManualActivationRule'],
} as const;

function compileControl(
  context: CaseContext,
  node: PlanItem,
  item: Cmmn.DiscretionaryItem | Cmmn.PlanItem,
  key: string,
): void {
  const clauses = node.clauses.filter((clause) => clause.$type === 'ItemRule');
  if (clauses.length === 0) return;
  const control = context.keepId(createElement('cmmn:PlanItemControl'), `${key}/control`);
  item.set('itemControl', control);
  for (const { kind, condition } of clauses) {
    const [property, type] = rules[kind];
    const rule = context.keepId(createElement(type), `${key}/${kind}`);
    if (condition) rule.set('condition', context.expression(condition, `${key}/${kind}/expression`));
    control.set(property, rule);
  }
}

function compileDiscretionary(
  context: CaseContext,
  place: PlanPlace,
  item: Cmmn.DiscretionaryItem,
  itemKey: string,
  node: Discretionary,
): void {
  const table = place.table.planningTable ?? context.keepId(createElement('cmmn:PlanningTable'), `${place.key}/table`);
  if (!place.table.planningTable) place.table.set('planningTable', table);
  append(table, 'tableItems', item);
  for (const clause of node.clauses) {
    if (clause.$type === 'By') context.later(() => item.authorizedRoleRefs.push(...rolesOf(context, clause.roles)));
    else if (clause.condition) {
      const key = `${itemKey}/if`;
      const rule = createElement('cmmn:ApplicabilityRule', { id: context.ids.idFor(key, `${item.id}_if`) });
      context.setKey(rule, key);
      rule.set('condition', context.expression(clause.condition, `${key}/expression`));
      append(table, 'applicabilityRules', rule);
      item.applicabilityRuleRefs.push(rule);
    }
  }
}

/** Whether a stage or a case completes by itself. */
export function isAutoComplete(node: Case | PlanItem): boolean {
  return node.clauses.some((clause) => clause.$type === 'PlanFlag' && clause.flag === 'autocomplete');
}
