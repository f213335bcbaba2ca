/** `define`: root elements under their schema name, and those that are kept as XML. */
import { AstUtils, GrammarUtils } from 'langium';
import {
  type Define,
  documentationOf,
  elementType,
  idOf,
  idsOf,
  isModel,
  isNamespace,
  isOpaqueXml,
  labelOf,
  labelProperty,
  namespaceOf,
} from '../language/index.ts';
import { addOpaqueRoot, createElementOf, type ForeignElement, is, type ModelElement, put } from '../model/index.ts';
import { entryNamed, packages, typeNamed } from '../schema/index.ts';
import type { CompileContext } from './context.ts';

/** The element of a `define`, made and added to the file when first asked for; none for what is kept as XML. */
export function defineElement(context: CompileContext, node: Define): ModelElement | undefined {
  const known = context.details.elementOf(node);
  if (known || isOpaqueXml(node)) return known;
  const type = elementType(node);
  const root = typeNamed('bpmn:Definitions');
  const entry = root && node.kind !== undefined ? entryNamed(root, node.kind) : undefined;
  if (!type || type.isAbstract || !entry || type.package.prefix !== 'bpmn') return undefined;
  const element = createElementOf(type);
  if (type.propertiesByName.has('id')) element.set('id', context.id(node));
  const label = labelOf(node);
  const property = labelProperty(type);
  if (label !== undefined && property) element.set(property.name, label);
  put(context.definitions, entry.property, element);
  context.details.bind(node, element);
  if (is(element, 'bpmn:BaseElement')) context.setKey(element, idOf(node));
  context.sources.add(context.id(node), node);
  const documentation = documentationOf(node);
  if (documentation !== undefined && is(element, 'bpmn:BaseElement')) context.document(element, documentation);
  return element;
}

/** Compiles a declaration of this file. */
export function compileDefine(context: CompileContext, node: Define): void {
  if (isOpaqueXml(node)) compileOpaque(context, node);
  else defineElement(context, node);
}

const FENCE = '```';

function compileOpaque(context: CompileContext, node: Define): void {
  const expression = node.details.find(({ key }) => key === 'text')?.value?.expression;
  const leaf = GrammarUtils.findNodeForProperty(expression?.$cstNode, 'text');
  if (!leaf) return;
  const quote = leaf.text.startsWith(FENCE) ? FENCE : '`';
  // To the letter: the value of the expression has lost its indentation.
  const xml = leaf.text.slice(quote.length, -quote.length);
  const found = addOpaqueRoot(context.definitions, xml, (prefix) => boundTo(node, prefix));
  if ('problem' in found) {
    const { message, start, end } = found.problem;
    const document = AstUtils.getDocument(node).textDocument;
    const offset = leaf.offset + quote.length;
    const range = { start: document.positionAt(offset + start), end: document.positionAt(offset + end) };
    context.problems.push({ severity: 'error', code: 'bad-xml', message, range });
    return;
  }
  checkIds(context, node, found.element);
  context.sources.add(context.id(node), node);
}

/** What the exported file binds a prefix to: what the head says, and the customary prefix of BPMN where that is free. */
function boundTo(node: Define, prefix: string): string | undefined {
  const bpmn = packages.find((one) => one.prefix === 'bpmn');
  const model = AstUtils.findRootNode(node);
  const isNamed = isModel(model) && model.header.some((header) => isNamespace(header) && header.uri === bpmn?.uri);
  const said = namespaceOf(node, prefix);
  return said ?? (prefix === bpmn?.writtenPrefix && !isNamed ? bpmn.uri : undefined);
}

/** References go by the name in the text, so that is the id; and the ids inside are unique in the file. */
function checkIds(context: CompileContext, node: Define, root: ForeignElement): void {
  const id = root.get('id');
  if (node.name !== undefined && id !== node.name) {
    const what = id === undefined ? 'The element has no id' : `The id of the element is \`${id}\``;
    context.report('opaque-id', node, `${what}, so nothing finds it as \`${node.name}\`. Make them the same.`);
  }
  const { taken } = idsOf(node);
  for (const [inner, element] of idsIn(root)) {
    if ((element === root && inner === idOf(node)) || !taken.has(inner)) continue;
    context.report('duplicate-id', node, `The id \`${inner}\` in this XML is taken in the text. Choose another.`);
  }
}

function idsIn(element: ForeignElement): (readonly [string, ForeignElement])[] {
  const id = element.get('id');
  const own = typeof id === 'string' ? [[id, element] as const] : [];
  return [...own, ...element.$children.flatMap(idsIn)];
}
