/** A fix as edits of a text. Only what the text says in words of its own can be changed there; the rest has no fix. */
import type { TextEdit } from '../base/text-edit.ts';
import { isJoin } from '../language/index.ts';
import type { ModelChange, NewElement } from '../lint/index.ts';
import { is, isElement, type ModelElement } from '../model/index.ts';
import { createCalled } from './fix-calls.ts';
import { enclose } from './fix-enclosing.ts';
import { changeVendor } from './fix-extensions.ts';
import { insertNode, otherJoin } from './fix-insertions.ts';
import { gatherItems, inlineFragment, removeControl, sayControl } from './fix-items.ts';
import { type AddTo, statementOf, type TextToFix } from './fix-place.ts';
import { leadOn, removeStatement } from './fix-statements.ts';
import { addTrigger, catchLink, endWhenCancelled, removeTriggers, waitOnce } from './fix-triggers.ts';
import { setWord } from './fix-words.ts';

type SetProperty = Extract<ModelChange, { readonly kind: 'set' }>;

/** The edits that make a text say what the changes say of its model; none if one of them cannot be said by an edit. */
export function textEdits(text: TextToFix, changes: readonly ModelChange[]): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const change of changes) {
    const made = editsOf(text, change, changes);
    if (!made) return [];
    edits.push(...made);
  }
  const lineEnd = text.place.textDocument.getText().includes('\r\n') ? '\r\n' : '\n';
  return edits.map(({ range, newText }) => ({ range, newText: newText.replace(/\r?\n/g, lineEnd) }));
}

function editsOf(text: TextToFix, change: ModelChange, all: readonly ModelChange[]): TextEdit[] | undefined {
  switch (change.kind) {
    case 'set':
      if (isSaidWith(change, all)) return [];
      return setWord(text, change);
    case 'remove':
      return removal(text, change.element, all);
    case 'insert':
      // Said with the event that it stands behind.
      if (all.some((one) => one.kind === 'add' && change.nodes.some((node) => isMadeBy(one.element, node)))) return [];
      return insertNode(text, change);
    case 'bypass':
      return withoutJoin(text, change.node);
    case 'retarget':
      // Said where the target of before is taken away.
      return all.some((one) => one.kind === 'remove' && one.element === change.flow.targetRef) ? [] : undefined;
    case 'retype':
      return otherJoin(text, change);
    case 'add':
      return isElement(change.parent) ? addition(text, { ...change, parent: change.parent }, all) : undefined;
    case 'enclose':
      return enclose(text, change);
    case 'gather':
      return gatherItems(text, change);
    case 'vendor':
      return changeVendor(text, change);
    default:
      return undefined;
  }
}

function addition(text: TextToFix, change: AddTo, all: readonly ModelChange[]): TextEdit[] | undefined {
  const { element, property } = change;
  if (element.type.startsWith('cmmn:')) return sayControl(text, change);
  if (element.type === 'bpmn:Process') return createCalled(text, element, all);
  if (element.type === 'bpmn:IntermediateCatchEvent') return catchLink(text, change);
  if (element.type === 'bpmn:BoundaryEvent') return endWhenCancelled(text, change, all);
  return property === 'timeDuration' ? waitOnce(text, change) : addTrigger(text, change, all);
}

/** A call names the process that is made for it, a trigger comes with the name of its event, and what a fragment holds comes in its place. */
function isSaidWith({ element, property }: SetProperty, all: readonly ModelChange[]): boolean {
  if (property === 'calledElement') return all.some((one) => one.kind === 'add');
  if (property === 'name' && all.some((one) => one.kind === 'add' && one.parent === element)) return true;
  const isItem = is(element, 'cmmn:PlanItem') || is(element, 'cmmn:DiscretionaryItem');
  return isItem && all.some((one) => one.kind === 'remove' && is(one.element, 'cmmn:PlanFragment'));
}

/** Whether something is made with a new element, as it or as a part of it. */
function isMadeBy(made: NewElement, one: unknown): boolean {
  return made === one || Object.values(made.values).includes(one as NewElement);
}

function removal(text: TextToFix, element: ModelElement, all: readonly ModelChange[]): TextEdit[] | undefined {
  if (is(element, 'cmmn:PlanFragment')) return inlineFragment(text, element);
  if (element.$instanceOf('cmmn:CMMNElement')) return removeControl(text, element);
  if (element.$instanceOf('bpmn:EventDefinition')) return removeTriggers(text, element);
  // One word of the text is the cycle and the duration.
  if (element.$instanceOf('bpmn:Expression'))
    return all.some((one) => one.kind === 'add' && one.property === 'timeDuration') ? [] : undefined;
  // The lanes of a set are all that the text says of it.
  const [only, ...others] = is(element, 'bpmn:LaneSet') ? element.lanes : [];
  const statement = statementOf(text, only && others.length === 0 ? only : element);
  if (!statement) return isImplied(element) ? [] : undefined;
  const onward = all.find((one) => one.kind === 'retarget' && one.flow.targetRef === element);
  if (onward?.kind === 'retarget') return leadOn(text, statement, onward.target);
  return removeStatement(text, statement);
}

/** A gateway that splits holds its branches: only a join can be taken out alone. */
function withoutJoin(text: TextToFix, node: ModelElement): TextEdit[] | undefined {
  const statement = statementOf(text, node);
  return statement && isJoin(statement) ? removeStatement(text, statement) : undefined;
}

/** A text says a data object or a store by what shows it, and it goes with that. */
function isImplied(element: ModelElement): boolean {
  return is(element, 'bpmn:DataObject') || is(element, 'bpmn:DataStore');
}
