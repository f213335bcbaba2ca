/** Plan items and discretionary items, each with its definition on one line. */
import { idFromLabel, type PlanItemKind } from '../../language/index.ts';
import { type Cmmn, is, type ModelElement } from '../../model/index.ts';
import { detailsOf } from '../details.ts';
import { extensionsOf } from '../extensions.ts';
import { stringText } from '../literals.ts';
import { Line, nameOf, statementOf } from '../statements/element.ts';
import { type Detail, detailOf, type Statement, type Word } from '../tree.ts';
import { type CasePrintContext, containerAround, type Item, stageAround } from './case-context.ts';
import { criterionClauses } from './criteria.ts';
import { conditionText } from './expressions.ts';
import { listed } from './file-items.ts';
import { addClauses, hasEnd } from './item-clauses.ts';
import { addControl } from './item-control.ts';
import { isWork, kindOf, mayWait } from './item-kinds.ts';
import { notesBehind } from './notes.ts';

/** What a block of items is of. */
export interface PlanPlace {
  readonly container: Cmmn.PlanFragment | undefined;
  /** Has the planning table. */
  readonly table: Cmmn.HumanTask | Cmmn.Stage | undefined;
  /** What the layout file calls the block's owner by. */
  readonly key: ModelElement;
}

/** The lines of a block: what is in the plan, then what may be put there. */
export function planStatements(context: CasePrintContext, { container, table, key }: PlanPlace): Statement[] {
  const items = (container?.planItems ?? []).flatMap((item) => itemStatements(context, item, []));
  const planningTable = table?.planningTable;
  const added = (planningTable?.tableItems ?? []).flatMap((item) =>
    is(item, 'cmmn:DiscretionaryItem') ? discretionary(context, item, planningTable) : [],
  );
  if (added.length > 0) context.makes(key, 'table', planningTable);
  return [...items, ...added];
}

function discretionary(
  context: CasePrintContext,
  item: Cmmn.DiscretionaryItem,
  table: Cmmn.PlanningTable | undefined,
): Statement[] {
  const kind = kindOf(item.definitionRef);
  if (!kind || !(isWork(kind) || kind === 'fragment')) return [];
  const words: Word[] = ['discretionary'];
  const roles = item.authorizedRoleRefs.filter((role) => is(role, 'cmmn:Role') && context.canRefer(role));
  if (roles.length > 0) words.push('by', ...listed(roles));
  const [rule, ...others] = item.applicabilityRuleRefs;
  const condition =
    rule && others.length === 0 && isOnlyOf(rule, item, table) && conditionText(context, rule.condition);
  if (rule && condition) {
    words.push('if', condition);
    context.makes(item, 'if', rule);
    context.makes(item, 'if/expression', rule.condition);
  }
  return itemStatements(context, item, words);
}

/** Whether a rule is of this table, and of no other item of it. */
function isOnlyOf(
  rule: Cmmn.ApplicabilityRule,
  item: Cmmn.DiscretionaryItem,
  table: Cmmn.PlanningTable | undefined,
): boolean {
  const users = (table?.tableItems ?? []).filter((one) => one.applicabilityRuleRefs.includes(rule));
  return rule.$parent === table && users.length === 1 && users[0] === item;
}

/** An item and the notes behind it. @param before words before its own */
function itemStatements(context: CasePrintContext, item: Item, before: readonly Word[]): Statement[] {
  const { definitionRef: definition } = item;
  const kind = kindOf(definition);
  if (!definition || !kind || (kind === 'fragment' && before.length === 0)) return [];
  const maker = context.makers.get(definition);
  const isShared = maker !== undefined && maker !== item && isInReach(maker, item) && context.canRefer(maker);
  const line = new Line();
  line.add(...before, kind, ...(kind === 'user' ? ['event'] : []));
  const label = isShared ? nameOf(item) : (nameOf(definition) ?? nameOf(item));
  const suggested = label === undefined ? undefined : idFromLabel(label);
  const base = suggested ?? (kind === 'user' ? 'userEvent' : kind);
  line.add({ name: { element: item, base, isLabelled: suggested !== undefined } });
  if (label !== undefined) line.add(stringText(label));
  const statement = isShared
    ? sharedStatement(context, item, kind, line, maker)
    : ownStatement(context, item, kind, definition, line);
  return [statement, ...notesBehind(context, item)];
}

/** Whether an item may name another as the one that has its definition: in the stage that it is in, and not around it. */
function isInReach(maker: Item, item: Item): boolean {
  const stage = stageAround(maker);
  let isAround = false;
  for (let around = item.$parent; around; around = around.$parent) {
    if (around === stage) isAround = true;
    if (around === maker.definitionRef) return false;
  }
  return isAround;
}

/** One more item of a definition that another line makes. */
function sharedStatement(
  context: CasePrintContext,
  item: Item,
  kind: PlanItemKind,
  line: Line,
  maker: Item,
): Statement {
  const clauses = addItem(context, item, kind, line);
  line.parts.push({ words: [{ glued: ['definitionRef: ', { to: maker }] }] });
  line.say(...ITEM_FACTS);
  return statementOf(context, item, line, { clauses });
}

const ITEM_FACTS = [
  ...['definitionRef', 'itemControl', 'entryCriteria', 'exitCriteria', 'authorizedRoleRefs', 'applicabilityRuleRefs'],
];

function ownStatement(
  context: CasePrintContext,
  item: Item,
  kind: PlanItemKind,
  definition: Cmmn.PlanItemDefinition,
  line: Line,
): Statement {
  // One out of reach of the line that has it says only what it is: its own lines would be those of another definition.
  const isMaker = context.makers.get(definition) === item;
  if (isMaker) context.makes(item, 'definition', definition);
  addClauses(context, item, definition, line);
  const clauses = addItem(context, item, kind, line);
  addItemPart(context, item, definition, line);
  line.say('planItems', 'planItemDefinitions', 'sentries', 'planningTable', 'autoComplete', 'exitCriteria');
  if (!mayControl(definition, kind)) line.say('defaultControl');
  const block = isMaker ? blockOf(context, item, definition) : undefined;
  if (is(definition, 'cmmn:PlanFragment')) line.parts.push(...sentryDetails(context, definition));
  if (is(definition, 'cmmn:HumanTask') || is(definition, 'cmmn:Stage'))
    line.parts.push(...tableDetails(context, definition.planningTable));
  return statementOf(context, definition, line, { clauses, ...(block && { block }) });
}

function blockOf(
  context: CasePrintContext,
  item: Item,
  definition: Cmmn.PlanItemDefinition,
): readonly Statement[] | undefined {
  const container = is(definition, 'cmmn:PlanFragment') ? definition : undefined;
  const isTable = is(definition, 'cmmn:Stage') || (is(definition, 'cmmn:HumanTask') && definition.isBlocking);
  if (!container && !isTable) return undefined;
  const block = planStatements(context, { container, table: isTable ? definition : undefined, key: item });
  return block.length > 0 || is(definition, 'cmmn:Stage') ? block : undefined;
}

/** What the line says of the item beside its definition: rules, criteria. */
function addItem(context: CasePrintContext, item: Item, kind: PlanItemKind, line: Line): readonly (readonly Word[])[] {
  addControl(context, item, kind, line);
  if (!mayWait(kind)) return [];
  const container = containerAround(item);
  if (!container) return [];
  const place = { owner: item, container, key: item };
  const { clauses, said } = criterionClauses(context, place);
  const isOver = is(item.definitionRef, 'cmmn:Task') && !item.definitionRef.isBlocking && !hasEnd(item);
  const lines = isWork(kind) && !isOver ? clauses : clauses.filter(([word]) => word !== 'exit');
  for (const criterion of [...item.entryCriteria, ...(isWork(kind) ? item.exitCriteria : [])])
    if (!said.has(criterion)) line.parts.push(...criterionDetails(context, criterion, container));
  return lines;
}

/** `entryCriterion e2 { sentryRef: e1 }`: a criterion with the sentry of another. */
function criterionDetails(
  context: CasePrintContext,
  criterion: Cmmn.Criterion,
  container: Cmmn.PlanFragment,
): Detail[] {
  const { sentryRef: sentry } = criterion;
  const first = sentry && context.criteriaOf.get(sentry)?.[0];
  if (!first || first === criterion || sentry.$parent !== container || !context.canRefer(first)) return [];
  const key = is(criterion, 'cmmn:EntryCriterion') ? 'entryCriterion' : 'exitCriterion';
  const words: Word[] = [key, { name: { element: criterion, base: undefined } }];
  const name = nameOf(criterion);
  if (name !== undefined) words.push(stringText(name));
  const inside = [
    ...detailsOf(criterion, new Set(['name', 'sentryRef']), context),
    { words: [{ glued: ['sentryRef: ', { to: first }] }] },
  ];
  return [{ words, element: criterion, inside, extensions: extensionsOf(criterion, context.prefixes) }];
}

/** `planItem "…" { … }`: what the item says that its definition does not. */
function addItemPart(context: CasePrintContext, item: Item, definition: Cmmn.PlanItemDefinition, line: Line): void {
  const words: Word[] = [is(item, 'cmmn:PlanItem') ? 'planItem' : 'discretionaryItem'];
  const [own, other] = [nameOf(item), nameOf(definition)];
  if (own !== undefined && other !== undefined && own !== other) words.push(stringText(own));
  const said = new Set(['name', ...ITEM_FACTS]);
  const inside = detailsOf(item, said, context);
  const extensions = extensionsOf(item, context.prefixes);
  if (words.length + inside.length + extensions.length > 1) line.parts.push(detailOf(words, inside, extensions));
}

/** Whether all rules of a definition's own control are such as its kind has. */
function mayControl({ defaultControl: control }: Cmmn.PlanItemDefinition, kind: PlanItemKind): boolean {
  if (!control) return true;
  return (
    (!control.manualActivationRule || isWork(kind)) &&
    (!(control.requiredRule ?? control.repetitionRule) || mayWait(kind))
  );
}

/** What sentries say that the lines of their criteria do not. */
export function sentryDetails(context: CasePrintContext, container: Cmmn.PlanFragment): Detail[] {
  return context.inOrder(container.sentries).flatMap((sentry) => {
    const said = new Set(['onParts', 'ifPart']);
    const label = nameOf(sentry);
    said.add('name');
    const inside = detailsOf(sentry, said, context);
    const extensions = extensionsOf(sentry, context.prefixes);
    // Without vendor elements it would be one that waits for nothing.
    if (extensions.length === 0) return [];
    const words: Word[] = ['sentry', { name: { element: sentry, base: undefined } }];
    if (label !== undefined) words.push(stringText(label));
    return [{ words, element: sentry, inside, extensions }];
  });
}

/** `planningTable { … }`: what a table says besides its items. */
export function tableDetails(context: CasePrintContext, table: Cmmn.PlanningTable | undefined): Detail[] {
  if (!table || !context.isMade(table)) return [];
  const inside = detailsOf(table, new Set(['tableItems', 'applicabilityRules', 'applicabilityRuleRefs']), context);
  const extensions = extensionsOf(table, context.prefixes);
  return inside.length + extensions.length === 0 ? [] : [{ words: ['planningTable'], inside, extensions }];
}
