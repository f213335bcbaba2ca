/** The head of a file, and root elements other than processes and collaborations. */
import {
  type CmmnDefinitions,
  type Definitions,
  type Error as ErrorElement,
  type Escalation,
  type ItemDefinition,
  is,
  isElement,
  type ModelElement,
  ownPropertyOf,
  type RootElement,
} from '../../model/index.ts';
import { elementOfType, typeNamed } from '../../schema/index.ts';
import type { PrintContext } from '../context.ts';
import { type DetailWriter, detailsOf, labelOf } from '../details.ts';
import { extensionsOf } from '../extensions.ts';
import { idOf } from '../ids.ts';
import { idText, stringText } from '../literals.ts';
import type { Statement } from '../tree.ts';
import { Line, labelWord, nameWord, statementOf } from './element.ts';

/** `language`, `import`, and what else the definitions element says; its id, name and address stay in the layout file. */
export function headStatements(
  context: DetailWriter & { readonly definitions: Definitions | CmmnDefinitions },
): Statement[] {
  const { definitions } = context;
  const statements: Statement[] = [];
  const { expressionLanguage: language } = definitions;
  if (ownPropertyOf(definitions, 'expressionLanguage') !== undefined && language !== undefined)
    statements.push({ words: ['language', stringText(language)] });
  statements.push(...importStatements(definitions));
  const said = new Set(['name', 'targetNamespace', 'expressionLanguage', 'exporter', 'exporterVersion']);
  for (const list of ROOTS) said.add(list);
  const details = detailsOf(definitions, said, context);
  const extensions = extensionsOf(definitions, context.prefixes);
  if (details.length + extensions.length > 0) statements.push({ words: ['definitions'], details, extensions });
  return statements;
}

/** What of the definitions element stands in other lines, or beside the text. */
const ROOTS = [
  ...['imports', 'extensions', 'rootElements', 'diagrams', 'relationships'],
  ...['caseFileItemDefinitions', 'cases', 'processes', 'decisions', 'artifacts', 'CMMNDI'],
];

function importStatements({ imports }: Definitions | CmmnDefinitions): Statement[] {
  // One from nowhere is none to the language.
  const said = imports.filter(({ location, namespace }) => location !== undefined || namespace !== undefined);
  return said.map(({ importType, location, namespace }) => {
    const line = new Line();
    line.add('import', stringText(importType ?? ''));
    if (location !== undefined) line.add(stringText(location));
    if (namespace !== undefined) line.add('namespace', stringText(namespace));
    return { words: line.words };
  });
}

/** The prefixes that a text has. */
export function namespaceStatements(context: DetailWriter, text: string): Statement[] {
  // Expressions may have prefixes too; those of the standards are bound in every file.
  const used = [...context.prefixes.all].filter(
    ([prefix]) =>
      context.prefixes.used.has(prefix) || (prefix !== 'bpmn' && prefix !== 'cmmn' && text.includes(`${prefix}:`)),
  );
  return used.map(([prefix, uri]) => ({ words: ['namespace', idText(prefix), stringText(uri)] }));
}

/** What processes refer to: messages, errors, items … in the order of the file. */
export function definitionStatements(context: PrintContext): Statement[] {
  const { rootElements, relationships, extensions } = context.definitions;
  const roots: readonly ModelElement[] = [...extensions, ...relationships, ...rootElements];
  // The text has no way to speak of what has neither id nor name.
  const named = roots.filter((root) => isElement(root) && (idOf(root) ?? labelOf(root)?.text) !== undefined);
  return named.flatMap((root) => definitionStatement(context, root) ?? []);
}

const apart: ReadonlySet<string> = new Set(['bpmn:Process', 'bpmn:Collaboration', 'bpmn:DataStore']);

/** Undefined for what stands elsewhere in the text, or cannot stand in it. */
function definitionStatement(context: PrintContext, root: ModelElement): Statement | undefined {
  if (is(root, 'bpmn:Message')) return typed(context, root, 'message', 'itemRef');
  if (is(root, 'bpmn:Signal')) return typed(context, root, 'signal', 'structureRef');
  if (is(root, 'bpmn:Error')) return typed(context, root, 'error', 'structureRef', root.errorCode, 'errorCode');
  if (is(root, 'bpmn:Escalation'))
    return typed(context, root, 'escalation', 'structureRef', root.escalationCode, 'escalationCode');
  if (is(root, 'bpmn:ItemDefinition')) return itemStatement(context, root);
  if (apart.has(root.$type) || is(root, 'bpmn:Collaboration')) return undefined;
  return defineStatement(context, root);
}

function typed(
  context: PrintContext,
  root: RootElement | ErrorElement | Escalation,
  word: string,
  property: string,
  code?: string,
  codeProperty?: string,
): Statement {
  const line = new Line();
  line.add(word, nameWord(root, word), labelWord(root));
  if (code !== undefined) line.add('code', stringText(code));
  if (codeProperty !== undefined) line.say(codeProperty);
  const item = context.referred(root, property, 'bpmn:ItemDefinition');
  if (item) line.add(':', { to: item });
  line.say(property);
  return statementOf(context, root, line);
}

function itemStatement(context: PrintContext, item: ItemDefinition): Statement {
  const line = new Line();
  const name = nameWord(item, 'item', { base: 'item' });
  line.add('item', item.isCollection ? { glued: [name, '[]'] } : name);
  const { structureRef: structure } = item;
  line.say('isCollection', 'structureRef');
  if (structure) line.add(':', structureText(context, structure));
  return statementOf(context, item, line);
}

/** A qualified name as it is where its prefix is known; other texts in quotes. */
function structureText(context: PrintContext, structure: string): string {
  const [prefix = '', local, more] = structure.split(':');
  const isName =
    local !== undefined && more === undefined && /^[A-Za-z_]\w*$/.test(local) && /^[A-Za-z_]\w*$/.test(prefix);
  // A prefix that is a word of the language would be that word here.
  return isName && idText(prefix) === prefix && context.prefixes.uriOf(prefix) !== undefined
    ? usedName(context, prefix, local)
    : stringText(structure);
}

/** `define`, for what is of the standard. */
export function usedName({ prefixes }: PrintContext, prefix: string, local: string): string {
  prefixes.use(prefix);
  return `${prefix}:${local}`;
}

export function defineStatement(context: DetailWriter, root: ModelElement): Statement | undefined {
  const type = typeNamed(root.$type);
  if (type?.package.prefix !== 'bpmn' && type?.package.prefix !== 'cmmn') return undefined;
  const kind = elementOfType(type);
  const line = new Line();
  line.add('define', kind, nameWord(root, kind));
  const label = labelOf(root, type);
  if (label) {
    line.add(stringText(label.text));
    line.say(label.property);
  }
  const statement = statementOf(context, root, line);
  const { details, ...rest } = statement;
  return details ? { ...rest, definition: details } : rest;
}
