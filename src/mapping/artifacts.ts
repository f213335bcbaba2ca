/** Notes, groups, associations, and what stands on lines of its own behind a step. */
import type { AstNode } from 'langium';
import {
  type Association,
  type Attached,
  type Group,
  idOf,
  labelOf,
  type Note,
  type Statement,
} from '../language/index.ts';
import {
  type Artifact,
  type Association as AssociationElement,
  append,
  type BaseElement,
  type Collaboration,
  createElement,
  type FlowElementsContainer,
  type Group as GroupElement,
  is,
} from '../model/index.ts';
import type { CompileContext } from './context.ts';
import { compileMessageFlow } from './message-flows.ts';

/** What holds artifacts: a process, a sub-process or a collaboration. */
export type ArtifactHolder = Collaboration | FlowElementsContainer;

export function addArtifact(holder: ArtifactHolder, artifact: Artifact): void {
  if (is(holder, 'bpmn:Process') || is(holder, 'bpmn:SubProcess') || is(holder, 'bpmn:Collaboration'))
    append(holder, 'artifacts', artifact);
}

/** Compiles the notes and message flows behind a step, handler or gateway. */
export function compileAttached(
  context: CompileContext,
  holder: ArtifactHolder,
  owner: AstNode,
  attached: Attached,
): void {
  for (const note of attached.notes) compileNote(context, holder, note, owner);
  for (const message of attached.messages) compileMessageFlow(context, owner, message);
}

/** Compiles a note without a step before it, a group or an association. */
export function compileArtifact(context: CompileContext, holder: ArtifactHolder, statement: Statement): void {
  if (statement.$type === 'Note') compileNote(context, holder, statement, undefined);
  else if (statement.$type === 'Group') compileGroup(context, holder, statement);
  else if (statement.$type === 'Association') compileAssociation(context, holder, statement);
}

function compileNote(context: CompileContext, holder: ArtifactHolder, node: Note, owner: AstNode | undefined): void {
  const note = createElement('bpmn:TextAnnotation', { id: context.id(node), text: labelOf(node) ?? '' });
  context.bind(node, note);
  addArtifact(holder, note);
  const subjects = node.aboutWord ? node.about.map((subject) => subject.ref) : [owner];
  for (const subject of subjects)
    context.later(() => associate(context, holder, elementOrFlow(context, subject), note, 'None'));
}

function compileGroup(context: CompileContext, holder: ArtifactHolder, node: Group): void {
  const group = createElement('bpmn:Group', { id: context.id(node) });
  context.bind(node, group);
  addArtifact(holder, group);
  const label = labelOf(node);
  if (label === undefined) return;
  if (node.details.some(({ key }) => key === 'categoryValueRef')) {
    context.atEnd(() => labelCategory(context, node, group, label));
    return;
  }
  // A group shows the value of a category (BPMN 2.0.2, 8.3.1).
  const key = context.keyOf(group);
  const value = createElement('bpmn:CategoryValue', { value: label });
  context.identify(value, `${key}/value`, `${group.id}_value`);
  const category = context.identify(createElement('bpmn:Category'), `${key}/category`, `${group.id}_category`);
  append(category, 'categoryValue', value);
  context.addRoot(category);
  group.categoryValueRef = value;
}

/** A group shows the value that it names: its label is that value's, and cannot be another. */
function labelCategory(context: CompileContext, node: Group, group: GroupElement, label: string): void {
  const { categoryValueRef: value } = group;
  if (!value) return;
  value.value ??= label;
  if (value.value === label) return;
  const message = `The group shows its category value, "${value.value}". Remove the label, or make it the same.`;
  context.report('group-label', node, message);
}

const directions = { '--': 'None', '->': 'One', '<->': 'Both' } as const;

function compileAssociation(context: CompileContext, holder: ArtifactHolder, node: Association): void {
  context.later(() => {
    const from = elementOrFlow(context, node.from?.ref);
    const to = elementOrFlow(context, node.to?.ref);
    const id = node.name === undefined ? undefined : idOf(node);
    const association = associate(context, holder, from, to, directions[node.direction ?? '--'], id);
    if (!association) return;
    context.sources.add(association.id, node);
    context.alias(node, association);
    context.details.note(node, association);
  });
}

function elementOrFlow(context: CompileContext, node: AstNode | undefined): BaseElement | undefined {
  return node && (context.elementOf(node) ?? context.flows.flowOf(node));
}

/** @returns the association, if both ends are there */
function associate(
  context: CompileContext,
  holder: ArtifactHolder,
  from: BaseElement | undefined,
  to: BaseElement | undefined,
  associationDirection: 'None' | 'One' | 'Both',
  given?: string,
): AssociationElement | undefined {
  if (!from || !to) return undefined;
  const key = context.numbered(`${context.keyOf(from)}->${context.keyOf(to)}`);
  const id = given ?? context.idFor(key, `Association_${from.id}_${to.id}`);
  const association = createElement('bpmn:Association', { id, sourceRef: from, targetRef: to, associationDirection });
  context.setKey(association, key);
  addArtifact(holder, association);
  return association;
}
