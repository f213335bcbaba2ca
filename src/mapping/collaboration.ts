/** Pools: processes that are their own pool, black boxes, and the collaboration around them. */
import {
  type Collaboration,
  labelOf,
  type Member,
  type Model,
  type OwnPool,
  type Pool,
  type Process,
  type Root,
} from '../language/index.ts';
import {
  append,
  type Collaboration as CollaborationElement,
  createElement,
  type Participant,
  type Process as ProcessElement,
} from '../model/index.ts';
import { compileArtifact } from './artifacts.ts';
import { collaborationKey } from './collaboration-key.ts';
import type { CompileContext } from './context.ts';
import { compileMessageFlow } from './message-flows.ts';

/**
 * Makes the collaboration that the file's pools stand in, if it has any: the one with a name, else one without
 * (language.md: "`collaboration Lending { … }` holds pools only where it has a name or a file has several").
 * Participants come in the order of the text, whatever kind of line declares them.
 */
export function compileCollaborations(context: CompileContext, model: Model): void {
  const pooled = model.elements.some((root) => root.$type === 'Pool' || (root.$type === 'Process' && root.own));
  const named = model.elements.filter((root) => root.$type === 'Collaboration');
  const [first] = named;
  if (!pooled && !first) return;
  const main = first ? namedCollaboration(context, first) : implicitCollaboration(context);
  let last: Pool | Process | undefined;
  for (const root of model.elements) last = compileRoot(context, main, root, last);
  for (const node of named) {
    const element = node === first ? main : namedCollaboration(context, node);
    compileMembers(context, element, node.members);
  }
}

function compileRoot(
  context: CompileContext,
  main: CollaborationElement,
  root: Root,
  last: Pool | Process | undefined,
): Pool | Process | undefined {
  switch (root.$type) {
    case 'Pool':
      compilePool(context, main, root);
      return root;
    case 'Process':
      if (root.own) compileOwnPool(context, main, root, root.own);
      return root;
    case 'MessageFlow':
      if (last) compileMessageFlow(context, last, root);
      return last;
    default:
      return undefined;
  }
}

function namedCollaboration(context: CompileContext, node: Collaboration): CollaborationElement {
  const element = createElement('bpmn:Collaboration', { id: context.id(node) });
  context.bind(node, element);
  context.name(element, labelOf(node));
  context.addCollaboration(element);
  return element;
}

function implicitCollaboration(context: CompileContext): CollaborationElement {
  const key = collaborationKey(context.isTaken('collaboration'));
  const element = context.identify(createElement('bpmn:Collaboration'), key, 'Collaboration');
  context.addCollaboration(element);
  return element;
}

function compileMembers(
  context: CompileContext,
  collaboration: CollaborationElement,
  members: readonly Member[],
): void {
  let last: Pool | undefined;
  for (const member of members) {
    if (member.$type === 'Pool') {
      compilePool(context, collaboration, member);
      last = member;
    } else if (member.$type === 'MessageFlow') {
      if (last) compileMessageFlow(context, last, member, collaboration);
    } else {
      compileArtifact(context, collaboration, member);
    }
  }
}

function compilePool(context: CompileContext, collaboration: CollaborationElement, node: Pool): void {
  const participant = createElement('bpmn:Participant', { id: context.id(node) });
  describe(context, participant, node, labelOf(node));
  append(collaboration, 'participants', participant);
  const process = context.elementOf(node.process?.ref);
  if (process) participant.processRef = process as ProcessElement;
}

/** `process p "P" as pool bank "Bank"`: the pool has the process's name where it has none of its own. */
function compileOwnPool(
  context: CompileContext,
  collaboration: CollaborationElement,
  process: Process,
  node: OwnPool,
): void {
  const participant = createElement('bpmn:Participant', { id: context.id(node) });
  describe(context, participant, node, labelOf(node) ?? labelOf(process));
  context.setParticipant(process, participant);
  append(collaboration, 'participants', participant);
  const element = context.elementOf(process);
  if (element) participant.processRef = element as ProcessElement;
}

function describe(
  context: CompileContext,
  participant: Participant,
  node: OwnPool | Pool,
  label: string | undefined,
): void {
  context.bind(node, participant);
  context.name(participant, label);
  context.setParticipant(node, participant);
  if (!node.multiple) return;
  const multiplicity = createElement('bpmn:ParticipantMultiplicity');
  // `[3]` is three, no more and no less: the standard's default for the most would be one.
  const most = node.max ?? node.min;
  if (node.min !== undefined) multiplicity.minimum = Number(node.min);
  if (most !== undefined) multiplicity.maximum = Number(most);
  participant.set('participantMultiplicity', multiplicity);
}
