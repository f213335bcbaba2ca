/** What `with` says of a plan is held to the same rules as the words (CMMN 1.1, 5.4). */
import type { AstNode, ValidationAcceptor } from 'langium';
import { elementType } from '../details/detail-types.ts';
import {
  type Case,
  type Criterion,
  type Detail,
  type FileItem,
  isCriterion,
  isDetail,
  isPlanItem,
  type PlanItem,
} from '../generated/ast.ts';
import { sourceProblem } from './criteria.ts';
import { hasClause, NOTHING_ADDED, refusalOf, refusalOfNonBlocking, shownKind } from './plan-clauses.ts';
import { containerOf, isAround, stageOf, tableOwnerOf } from './plan-places.ts';
import { report } from './report.ts';

/** Parts of an item under their names in the schema, and the word for each. */
const WORDS: Readonly<Record<string, string>> = {
  entryCriterion: 'enter',
  exitCriterion: 'exit',
  output: 'writes',
};

const RULES: Readonly<Record<string, string>> = {
  requiredRule: 'required',
  repetitionRule: 'repeat',
  manualActivationRule: 'manual',
};

/** What is said of the item itself, or of the item beside its definition. */
function said(item: PlanItem): Detail[] {
  return item.details.flatMap((detail) =>
    detail.key === 'planItem' || detail.key === 'discretionaryItem' ? detail.details : [detail],
  );
}

/** The `with` of a plan item. */
export function checkItemDetails(item: PlanItem, accept: ValidationAcceptor): void {
  for (const detail of said(item)) {
    const word = WORDS[detail.key];
    const refusal = word && (refusalOf(item, word, detail.key) ?? refusalOfNonBlocking(item, word, detail.key));
    if (refusal) report(accept, 'error', 'clause', refusal, detail, { property: 'key' });
    else if (word === 'enter' || word === 'exit') checkCriterion(detail, item, accept);
    else if (detail.key === 'itemControl' || detail.key === 'defaultControl') checkRules(detail, item, accept);
    else if (detail.key === 'definitionRef') checkDefinition(detail, item, accept);
    else if (detail.key === 'applicabilityRuleRefs') checkTableRule(detail, item, accept);
    else if (detail.key === 'planningTable' && hasClause(item, 'non-blocking'))
      report(accept, 'error', 'block', `${NOTHING_ADDED} Remove its table.`, detail, { property: 'key' });
  }
  checkSentries(item.details, accept);
}

/** The `with` of a case: what is said of the stage that it is. */
export function checkCaseDetails(node: Case, accept: ValidationAcceptor): void {
  const plan = node.details.flatMap((detail) => (detail.key === 'casePlanModel' ? detail.details : [detail]));
  for (const detail of plan) {
    if (detail.key === 'exitCriterion') checkCriterion(detail, node, accept);
    if (detail.key !== 'defaultControl') continue;
    const message = 'A case is there when someone opens it: it has no control of its own. Remove this.';
    report(accept, 'error', 'default-control', message, detail, { property: 'key' });
  }
  checkSentries(plan, accept);
}

/** A criterion under its name in the schema: its sentry is another's, of the same stage. */
function checkCriterion(detail: Detail, owner: Case | PlanItem, accept: ValidationAcceptor): void {
  const reference = detail.details.find(({ key }) => key === 'sentryRef');
  if (!reference?.value) {
    const message = `An \`${detail.key}\` has a sentry: write \`sentryRef:\` and the name of the criterion that has it, or make it an \`${WORDS[detail.key]}\` line.`;
    report(accept, 'error', 'missing-sentry', message, detail, { property: 'key' });
    return;
  }
  const sentry = reference.value.ref?.ref;
  if (!sentry || (!isCriterion(sentry) && !isDetail(sentry))) return;
  const place = isCriterion(sentry) ? placeOfCriterion(sentry) : elementAround(sentry);
  const own = isPlanItem(owner) ? containerOf(owner) : owner;
  if (place && own && place !== own) {
    const message = `The sentry of \`${reference.value.ref?.$refText}\` is in another stage. Name one of the same stage, or write this criterion out.`;
    report(accept, 'error', 'sentry-scope', message, reference.value);
    return;
  }
  if (!isCriterion(sentry) || isAround(owner, sentry)) return;
  for (const part of sentry.on) {
    const source = part.source.ref;
    const problem = isPlanItem(source) && sourceProblem(owner, detail.key === 'entryCriterion', source, part);
    if (problem) report(accept, 'error', 'on-part-source', problem, reference.value);
  }
}

function placeOfCriterion({ $container: owner }: Criterion): AstNode | undefined {
  return isPlanItem(owner) ? containerOf(owner) : owner;
}

/** The element whose `with` a detail stands in. */
function elementAround(detail: Detail): AstNode {
  let at: AstNode = detail;
  while (isDetail(at)) at = at.$container;
  return at;
}

/** Rules that this kind of item has, each with its word on the line. */
function checkRules(control: Detail, item: PlanItem, accept: ValidationAcceptor): void {
  for (const rule of control.details) {
    const word = RULES[rule.key];
    const refusal = word && refusalOf(item, word, rule.key);
    if (refusal) report(accept, 'error', 'clause', refusal, rule, { property: 'key' });
    else if (word && control.key === 'itemControl' && !hasClause(item, word)) {
      const message = `\`${rule.key}\` adds to what words say. Write \`${word}\` before \`with\`.`;
      report(accept, 'error', 'detail-has-word', message, rule, { property: 'key' });
    }
  }
}

/** `human again with { definitionRef: inspect }`: of the same kind, in reach, and not what it is in. */
function checkDefinition(detail: Detail, item: PlanItem, accept: ValidationAcceptor): void {
  const target = detail.value?.ref?.ref;
  if (!detail.value || !isPlanItem(target)) return;
  const name = detail.value.ref?.$refText;
  const [own, other] = [shownKind(item), shownKind(target)];
  const stage = stageOf(target);
  if (own !== other) {
    const message = `\`${name}\` is a \`${other}\`, and this is a \`${own}\`. Name one, or make this a \`${other}\`.`;
    report(accept, 'error', 'wrong-reference', message, detail.value);
  } else if (holds(target, item)) {
    const message = `This is part of \`${name}\` already, which would hold itself without end. Name another, or leave \`definitionRef\` out.`;
    report(accept, 'error', 'recursion', message, detail.value);
  } else if (stage && !isAround(stage, item)) {
    const message = `What \`${name}\` is belongs to a stage that this is not in. Move \`${name}\` out of it, or write this one out.`;
    report(accept, 'error', 'definition-scope', message, detail.value);
  }
}

/** Whether an item is in what another one is, also by way of items that share a definition. */
function holds(outer: PlanItem, inner: PlanItem, seen = new Set<PlanItem>()): boolean {
  if (seen.has(outer)) return false;
  seen.add(outer);
  if (outer === inner || isAround(outer, inner)) return true;
  return itemsIn(outer).some((item) => {
    const shared = said(item).find(({ key }) => key === 'definitionRef')?.value?.ref?.ref;
    return isPlanItem(shared) && holds(shared, inner, seen);
  });
}

function itemsIn(item: PlanItem): PlanItem[] {
  const own = (item.body?.items ?? []).filter(isPlanItem);
  return own.flatMap((one) => [one, ...itemsIn(one)]);
}

/** An applicability rule of the table that the discretionary item is in. */
function checkTableRule(detail: Detail, item: PlanItem, accept: ValidationAcceptor): void {
  const rule = detail.value?.ref?.ref;
  if (!detail.value || !isDetail(rule) || rule.key !== 'applicabilityRule') return;
  if (elementAround(rule) === tableOwnerOf(item)) return;
  const message = `\`${detail.value.ref?.$refText}\` is a rule of another planning table. Name one of the table that this is in.`;
  report(accept, 'error', 'table-rule', message, detail.value);
}

/** Sentries under their name in the schema: each waits for something. */
function checkSentries(details: readonly Detail[], accept: ValidationAcceptor): void {
  for (const sentry of details.filter(({ key }) => key === 'sentry')) {
    const parts = sentry.details.filter(({ key }) => /(OnPart|ifPart)$/.test(key));
    const empty = parts.find((part) => part.key === 'ifPart' && !part.details.some(({ key }) => key === 'condition'));
    // Where words make the sentry, `with` adds to it.
    if (parts.length === 0 && sentry.extensions.length === 0)
      report(accept, 'error', 'empty-sentry', EMPTY_SENTRY, sentry, { property: 'key' });
    else if (empty) report(accept, 'warning', 'empty-sentry', EMPTY_IF, empty, { property: 'key' });
  }
}

const EMPTY_SENTRY = 'A sentry waits for something. Give it a `planItemOnPart`, a `caseFileItemOnPart` or an `ifPart`.';
const EMPTY_IF = 'An `ifPart` has a condition. Write ``condition: `…` `` into it.';

/** What a case file item is: a definition of its own kind, and its multiplicity in words. */
export function checkFileDefinition(item: FileItem, accept: ValidationAcceptor): void {
  const definition = item.definition?.ref;
  if (definition && elementType(definition)?.name !== 'cmmn:CaseFileItemDefinition') {
    const message = `\`${item.definition?.$refText}\` is no definition of case file items. Name one: \`define caseFileItemDefinition\` makes it.`;
    report(accept, 'error', 'wrong-reference', message, item, { property: 'definition' });
  }
  const multiplicity = item.details.find(({ key }) => key === 'multiplicity');
  const words = MULTIPLICITIES[multiplicity?.value?.text ?? ''];
  if (!multiplicity || (!words && !item.multiple)) return;
  const message = `\`multiplicity\` has a word of its own. Write \`${words ?? '[0..1]'}\` behind the name.`;
  report(accept, 'error', 'detail-has-word', message, multiplicity, { property: 'key' });
}

const MULTIPLICITIES: Readonly<Record<string, string>> = {
  ZeroOrOne: '[0..1]',
  ZeroOrMore: '[0..*]',
  ExactlyOne: '[1]',
  OneOrMore: '[1..*]',
};
