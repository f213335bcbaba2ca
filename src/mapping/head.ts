/** The head of a file: the definitions element, its prefixes and its imports. */
import type { AstNode } from 'langium';
import { type Definitions as Header, type Import, labelOf, type Model, namespaceOf } from '../language/index.ts';
import { append, type Cmmn, createElement, type Definitions, is, type ModelElement } from '../model/index.ts';
import type { Head } from './kept.ts';

const targetNamespace = 'urn:procedo';

/**
 * @param head what the layout file keeps of the XML's head
 * @param taken ids that other elements have
 */
export function compileHead(model: Model, head: Head, taken: ReadonlySet<string>): Definitions {
  const definitions = createElement('bpmn:Definitions', {
    id: head.id ?? (taken.has('definitions') ? 'definitions_2' : 'definitions'),
    targetNamespace: head.targetNamespace ?? targetNamespace,
    exporter: 'Procedo',
  });
  if (head.name !== undefined) definitions.name = head.name;
  readHeaders(model, definitions);
  return definitions;
}

/** The definitions element of the cases in a file. */
export function compileCaseHead(model: Model, head: Head): Cmmn.Definitions {
  const definitions = createElement('cmmn:Definitions', {
    targetNamespace: head.targetNamespace ?? targetNamespace,
    exporter: 'Procedo',
  });
  if (head.id !== undefined) definitions.id = head.id;
  if (head.name !== undefined) definitions.name = head.name;
  readHeaders(model, definitions);
  return definitions;
}

function readHeaders(model: Model, definitions: Definitions | Cmmn.Definitions): void {
  for (const header of model.header) {
    switch (header.$type) {
      case 'ExpressionLanguage':
        if (header.uri !== undefined) definitions.expressionLanguage = header.uri;
        break;
      case 'Definitions':
        describe(definitions, header);
        break;
      case 'Namespace':
        if (header.uri !== undefined && namespaceOf(model, header.name) === header.uri)
          prefixFor(definitions, header.name, header.uri);
        break;
      case 'Import':
        addImport(definitions, header);
    }
  }
}

function describe(definitions: Definitions | Cmmn.Definitions, header: Header): void {
  if (header.name !== undefined) definitions.id = header.name;
  const label = labelOf(header);
  if (label !== undefined) definitions.name = label;
}

/**
 * The prefix of a name space in the exported file, bound there if it is not: the one wanted or, where a definition of another
 * file came along that has it for something else, one like it.
 */
export function prefixFor(definitions: ModelElement, wanted: string, uri: string): string {
  if (wanted === 'xml') return wanted;
  for (let count = 0; ; count++) {
    const prefix = count === 0 ? wanted : `${wanted}${count}`;
    const bound = definitions.$attrs[`xmlns:${prefix}`];
    if (bound === uri) return prefix;
    if (bound !== undefined) continue;
    definitions.$attrs[`xmlns:${prefix}`] = uri;
    return prefix;
  }
}

/** A name with a prefix that the file of a node declares, as the exported file writes it; others stay as they are. */
export function qualifiedName(definitions: ModelElement, name: string, node: AstNode): string {
  const [prefix = '', local] = name.split(':');
  const uri = local === undefined ? undefined : namespaceOf(node, prefix);
  return uri === undefined ? name : `${prefixFor(definitions, prefix, uri)}:${local}`;
}

function addImport(definitions: Definitions | Cmmn.Definitions, { kind, location, uri }: Import): void {
  const facts = {
    ...(kind !== undefined && { importType: kind }),
    ...(location !== undefined && { location }),
    ...(uri !== undefined && { namespace: uri }),
  };
  if (is(definitions, 'cmmn:Definitions')) append(definitions, 'imports', createElement('cmmn:Import', facts));
  else append(definitions, 'imports', createElement('bpmn:Import', facts));
}
