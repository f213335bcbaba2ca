/** The case file: items, their multiplicity and structure, and references to them. */
import { type FileItem, type FileUse, labelOf, type OnPart } from '../../language/index.ts';
import { append, type Cmmn, createElement, is } from '../../model/index.ts';
import { type CaseContext, keyOf } from './case-context.ts';
import { itemDefinition } from './define.ts';

export function compileFileItem(context: CaseContext, node: FileItem): Cmmn.CaseFileItem {
  const item = createElement('cmmn:CaseFileItem', { id: context.ids.id(node) });
  const key = keyOf(node);
  context.bind(node, item);
  context.name(item, key, labelOf(node));
  context.describe(node, item);
  const multiplicity = multiplicityOf(node);
  if (multiplicity !== undefined) item.multiplicity = multiplicity;
  const definition = itemDefinition(context, node.definition?.ref);
  if (definition) item.definitionRef = definition;
  const inner = node.body?.items.filter((one) => one.$type === 'FileItem') ?? [];
  if (inner.length > 0) {
    const children = context.keepId(createElement('cmmn:Children'), `${key}/children`);
    item.set('children', children);
    for (const child of inner) append(children, 'caseFileItems', compileFileItem(context, child));
  }
  for (const target of node.targets)
    context.later(() => {
      const element = context.elementOf(target.ref);
      if (is(element, 'cmmn:CaseFileItem')) item.targetRefs.push(element);
    });
  return item;
}

/** `[]` is any number, `[1]` exactly one; undefined where the text says nothing. */
function multiplicityOf({ multiple, min, max, unbounded }: FileItem): Cmmn.MultiplicityEnum | undefined {
  if (!multiple) return undefined;
  const isOptional = min === undefined || Number(min) === 0;
  if (min === undefined || unbounded) return isOptional ? 'ZeroOrMore' : 'OneOrMore';
  const most = Number(max ?? min);
  if (most > 1) return isOptional ? 'ZeroOrMore' : 'OneOrMore';
  return isOptional ? 'ZeroOrOne' : 'ExactlyOne';
}

/** What a path names: the last of its items. */
export function targetOfPath(context: CaseContext, { source, path }: FileUse | OnPart): Cmmn.CMMNElement | undefined {
  const node = (path.at(-1) ?? source).ref;
  return context.planItemOf(node) ?? context.elementOf(node);
}
