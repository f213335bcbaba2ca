/** Notes and associations of cases: the standard keeps them at the root of the file. */
import type { AstNode } from 'langium';
import { type Association, type CaseItem, labelOf, type Note } from '../../language/index.ts';
import { append, type Cmmn, createElement } from '../../model/index.ts';
import type { CaseContext } from './case-context.ts';

/** Compiles the notes and associations of a block and of those in it. A note is about what it names, else the item before it. */
export function compileCaseNotes(context: CaseContext, items: readonly CaseItem[]): void {
  let before: AstNode | undefined;
  for (const item of items) {
    if (item.$type === 'Note') compileNote(context, item, before);
    else if (item.$type === 'Association') compileAssociation(context, item);
    else if (item.$type === 'PlanItem' || item.$type === 'FileItem') before = item;
    if ('body' in item) compileCaseNotes(context, item.body?.items ?? []);
  }
}

function compileNote(context: CaseContext, node: Note, before: AstNode | undefined): void {
  const note = createElement('cmmn:TextAnnotation', { id: context.ids.id(node), text: labelOf(node) ?? '' });
  context.bind(node, note);
  context.describe(node, note);
  append(context.definitions, 'artifacts', note);
  const subjects = node.aboutWord ? node.about.map(({ ref }) => ref) : [before];
  context.later(() => {
    for (const subject of subjects) associate(context, drawn(context, subject), note, undefined);
  });
}

const directions = { '--': undefined, '->': 'One', '<->': 'Both' } as const;

function compileAssociation(context: CaseContext, node: Association): void {
  context.later(() => {
    const [from, to] = [drawn(context, node.from?.ref), drawn(context, node.to?.ref)];
    const id = node.name === undefined ? undefined : context.ids.id(node);
    const element = associate(context, from, to, directions[node.direction ?? '--'], id);
    if (!element) return;
    const key = context.keyOf(element);
    context.bind(node, element);
    if (id === undefined) context.setKey(element, key);
    context.describe(node, element);
  });
}

/** What the diagram shows of a line: the plan item, not its definition. */
function drawn(context: CaseContext, node: AstNode | undefined): Cmmn.CMMNElement | undefined {
  return context.planItemOf(node) ?? context.elementOf(node);
}

function associate(
  context: CaseContext,
  from: Cmmn.CMMNElement | undefined,
  to: Cmmn.CMMNElement | undefined,
  direction: Cmmn.AssociationDirection | undefined,
  given?: string,
): Cmmn.Association | undefined {
  if (!from || !to) return undefined;
  const key = context.ids.numbered(`${context.keyOf(from)}->${context.keyOf(to)}`);
  const id = given ?? context.ids.idFor(key, `Association_${from.id}_${to.id}`);
  const element = createElement('cmmn:Association', { id, sourceRef: from, targetRef: to });
  context.setKey(element, key);
  if (direction) element.associationDirection = direction;
  append(context.definitions, 'artifacts', element);
  return element;
}
