/** `enter` and `exit`: criteria with their sentries. */
import { verbOf } from '../../language/index.ts';
import { type Cmmn, is, isElement, type ModelElement } from '../../model/index.ts';
import { stringText } from '../literals.ts';
import { noteOfKept } from '../refused-code.ts';
import { nameOf } from '../statements/element.ts';
import type { Word } from '../tree.ts';
import { type CasePrintContext, type Item, isItem } from './case-context.ts';
import { conditionText } from './expressions.ts';
import { kindOf } from './item-kinds.ts';

/** What has criteria, and where their sentries are. */
export interface CriteriaPlace {
  readonly owner: Item | Cmmn.Stage;
  readonly container: Cmmn.PlanFragment;
  /** What the layout file calls the owner by. */
  readonly key: ModelElement;
}

export interface CriterionClauses {
  readonly clauses: readonly (readonly Word[])[];
  readonly said: ReadonlySet<Cmmn.Criterion>;
}

/** The lines of the criteria of an item or a plan, as far as words can say them. */
export function criterionClauses(context: CasePrintContext, place: CriteriaPlace): CriterionClauses {
  const { owner } = place;
  const enter = isItem(owner) ? owner.entryCriteria : [];
  const clauses: (readonly Word[])[] = [];
  const said = new Set<Cmmn.Criterion>();
  for (const [word, criteria] of [
    ['enter', enter],
    ['exit', owner.exitCriteria],
  ] as const) {
    let count = 0;
    for (const criterion of criteria) {
      const words = criterionWords(context, place, word, criterion);
      if (!words) continue;
      count += 1;
      note(context, place.key, criterion, `${word}${count > 1 ? `#${count}` : ''}`);
      clauses.push(words);
      said.add(criterion);
    }
  }
  return { clauses, said };
}

/** Undefined where words cannot make it: its sentry is another's, elsewhere, or waits for nothing that the text has. */
function criterionWords(
  context: CasePrintContext,
  place: CriteriaPlace,
  word: 'enter' | 'exit',
  criterion: Cmmn.Criterion,
): Word[] | undefined {
  const { owner, container } = place;
  const { sentryRef: sentry } = criterion;
  if (!is(sentry, 'cmmn:Sentry') || sentry.$parent !== container || context.criteriaOf.get(sentry)?.[0] !== criterion)
    return undefined;
  const on = sayableParts(context, sentry, owner, word === 'enter').map((part) => onPartWords(context, part));
  const condition = conditionText(context, sentry.ifPart?.condition);
  if (on.length === 0 && condition === undefined) return undefined;
  const name = nameOf(criterion);
  return [
    word,
    {
      name: {
        element: criterion,
        base: undefined,
        kept: isMade(place, word, criterion) ? 'always' : 'unless-speaking',
      },
    },
    ...(name === undefined ? [] : [stringText(name)]),
    ...on.flatMap((words, index) => [index === 0 ? 'when' : 'and', ...words]),
    ...(condition === undefined ? noteOfKept('condition', sentry.ifPart?.condition?.body) : ['if', condition]),
  ];
}

/** Whether a criterion has the id that it gets where none is written. */
function isMade({ key }: CriteriaPlace, word: string, { id = '' }: Cmmn.Criterion): boolean {
  return id.replace(/_\d+$/, '') === `${key.get('id')}_${word}`;
}

/** Notes the parts of a criterion that its words make. */
function note(context: CasePrintContext, owner: ModelElement, criterion: Cmmn.Criterion, role: string): void {
  const { sentryRef: sentry } = criterion;
  context.makesUnlessNamed(owner, role, criterion);
  if (!is(sentry, 'cmmn:Sentry')) return;
  context.makes(criterion, 'sentry', sentry);
  const parts = sayableParts(context, sentry, criterion.$parent as Item | Cmmn.Stage, role.startsWith('enter'));
  for (const [index, part] of parts.entries()) context.makes(criterion, `on${index > 0 ? `#${index + 1}` : ''}`, part);
  if (conditionText(context, sentry.ifPart?.condition) === undefined) return;
  context.makes(criterion, 'if', sentry.ifPart);
  context.makes(criterion, 'if/expression', sentry.ifPart?.condition);
}

type SayablePart = Cmmn.CaseFileItemOnPart | Cmmn.PlanItemOnPart;

function sayableParts(
  context: CasePrintContext,
  sentry: Cmmn.Sentry,
  owner: Item | Cmmn.Stage,
  isEntry: boolean,
): SayablePart[] {
  return sentry.onParts.filter((part): part is SayablePart => {
    if (!is(part, 'cmmn:PlanItemOnPart') && !is(part, 'cmmn:CaseFileItemOnPart')) return false;
    const { sourceRef: source } = part;
    if (!source || startWords(context, source, part.standardEvent) === undefined) return false;
    return !isItem(source) || makesSense(owner, isEntry, source);
  });
}

/** An item cannot wait for itself, nor a stage for what it holds to begin, nor what it holds for the stage. */
function makesSense(owner: Item | Cmmn.Stage, isEntry: boolean, source: Item): boolean {
  if (source === owner) return !isEntry;
  return !(isEntry && isInside(source, owner)) && !isInside(owner, source);
}

/** Whether an element is in what an item is. */
function isInside(element: ModelElement, item: ModelElement): boolean {
  const definition = isItem(item) ? item.definitionRef : item;
  for (let around = element.$parent; around; around = around.$parent) if (around === definition) return true;
  return false;
}

function onPartWords(context: CasePrintContext, part: SayablePart): Word[] {
  const { sourceRef: source, standardEvent: event } = part;
  const words = (source && startWords(context, source, event)) ?? [];
  const exit = is(part, 'cmmn:PlanItemOnPart') ? part.exitCriterionRef : undefined;
  const isOwn = exit && event === 'exit' && exit.$parent === source && context.canRefer(exit);
  return isOwn ? [...words, 'through', { to: exit }] : words;
}

/** `register completes`; undefined where there is no verb for what happens, or no line for what it happens to. */
export function startWords(
  context: CasePrintContext,
  source: Cmmn.CMMNElement,
  event: string | undefined,
): Word[] | undefined {
  if (event === undefined || !isElement(source) || !context.canRefer(source)) return undefined;
  const kind = is(source, 'cmmn:CaseFileItem') ? 'file' : isItem(source) ? kindOf(source.definitionRef) : undefined;
  const verb = kind && verbOf(kind, event);
  return verb === undefined ? undefined : [{ to: source }, verb];
}
