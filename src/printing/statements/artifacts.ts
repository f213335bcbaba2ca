/** Notes, groups and associations. */
import {
  type Artifact,
  type Association,
  type BaseElement,
  type BoundaryEvent,
  type FlowNode,
  type Group,
  is,
  isElement,
  type ModelElement,
  type TextAnnotation,
} from '../../model/index.ts';
import { isPlain, type PrintContext } from '../context.ts';
import { stringText } from '../literals.ts';
import type { Statement, Word } from '../tree.ts';
import { Line, nameWord, statementOf } from './element.ts';

/** The notes behind a step. @param isFar whether its handlers stand between the two, so that the note says whose it is */
export function notesBehind(context: PrintContext, step: FlowNode, isFar: boolean): Statement[] {
  return context.notesBehind(step).map(({ note, association }) => {
    context.done.add(note).add(association);
    return noteStatement(context, note, isFar ? [step] : []);
  });
}

function noteStatement(context: PrintContext, note: TextAnnotation, about: readonly BaseElement[]): Statement {
  const line = new Line();
  line.add('note', nameWord(note, 'note', { base: 'note' }), stringText(note.text ?? ''));
  line.say('text');
  if (about.length > 0) line.add('about', ...listed(about));
  return statementOf(context, note, line);
}

function listed(elements: readonly BaseElement[]): Word[] {
  return elements.map((to, index) => (index < elements.length - 1 ? { glued: [{ to }, ','] } : { to }));
}

/** `-> undo` behind the handler of a compensation. */
export function associationsBehind(context: PrintContext, handler: BoundaryEvent): Statement[] {
  return (context.associationsFrom.get(handler) ?? [])
    .flatMap((association) => {
      const { targetRef: target } = association;
      if (
        !target ||
        !is(target, 'bpmn:Activity') ||
        !target.isForCompensation ||
        target.$parent !== handler.$parent ||
        association.$parent !== handler.$parent
      )
        return [];
      context.done.add(association);
      return [{ words: ['->', { to: target }], kind: 'association' as const }];
    })
    .slice(0, 1);
}

/** The notes that no step has taken, and groups: before the steps, so that no note stands behind one. */
export function freeArtifacts(context: PrintContext, artifacts: readonly Artifact[]): Statement[] {
  const notes = artifacts.filter(
    (one): one is TextAnnotation => is(one, 'bpmn:TextAnnotation') && !context.done.has(one),
  );
  const groups = artifacts.filter((one): one is Group => is(one, 'bpmn:Group'));
  return [...notes.map((note) => freeNote(context, note)), ...groups.map((group) => groupStatement(context, group))];
}

/** The associations that no other line has said. */
export function freeAssociations(context: PrintContext, artifacts: readonly Artifact[]): Statement[] {
  const associations = artifacts.filter(
    (one): one is Association => is(one, 'bpmn:Association') && !context.done.has(one),
  );
  return associations.flatMap((one) => associationStatement(context, one));
}

/** A note about several elements says so; with other lines to it, they are associations of their own. */
function freeNote(context: PrintContext, note: TextAnnotation): Statement {
  const associations = context.associationsAt.get(note) ?? [];
  const isAbout =
    associations.length > 0 && associations.every((one) => isSayable(context, one) && one.$parent === note.$parent);
  if (!isAbout) return noteStatement(context, note, []);
  for (const association of associations) context.done.add(association);
  return noteStatement(
    context,
    note,
    associations.flatMap(({ sourceRef }) => sourceRef ?? []),
  );
}

function isSayable(context: PrintContext, association: Association): boolean {
  const { sourceRef: source } = association;
  return isPlain(association) && source !== undefined && isElement(source) && canName(context, source, association);
}

/** What `about` and `association` may name: in a process what stands in it or in none. */
function canName(context: PrintContext, element: BaseElement, { $parent: place }: Association): boolean {
  const [here, there] = [processAround(place), processAround(element)];
  if (here && there && here !== there) return false;
  const types = ['FlowNode', 'DataObjectReference', 'DataStoreReference', 'TextAnnotation', 'Group', 'Participant'];
  return (
    context.canRefer(element) &&
    !context.ownPools.has(element) &&
    (context.ports.has(element) || types.some((type) => element.$instanceOf(`bpmn:${type}`)))
  );
}

function processAround(element: ModelElement | undefined): ModelElement | undefined {
  for (let at = element; at; at = at.$parent) if (is(at, 'bpmn:Process')) return at;
  return undefined;
}

function groupStatement(context: PrintContext, group: Group): Statement {
  const line = new Line();
  line.add('group', nameWord(group, 'group'));
  return statementOf(context, group, line);
}

const directions = { None: '--', One: '->', Both: '<->' } as const;

function associationStatement(context: PrintContext, association: Association): Statement[] {
  const { sourceRef: source, targetRef: target, associationDirection: direction } = association;
  if (!source || !target || !isElement(source) || !isElement(target)) return [];
  if (!canName(context, source, association) || !canName(context, target, association)) return [];
  const line = new Line();
  line.add('association', { to: source }, directions[direction as keyof typeof directions] ?? '--', { to: target });
  line.add(nameWord(association, 'association', { base: 'association', as: true }));
  line.say('sourceRef', 'targetRef', 'associationDirection');
  return [statementOf(context, association, line)];
}
