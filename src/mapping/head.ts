/** The head of a file: the definitions element, its prefixes and its imports. */
import {
  type Definitions as Header,
  type Import,
  isXmlName,
  labelOf,
  type Model,
  type Namespace,
} from '../language/index.ts';
import { append, createElement, type Definitions } from '../model/index.ts';
import type { Head } from './kept.ts';

const targetNamespace = 'urn:procedo';

/** Prefixes that XML keeps for itself. */
const RESERVED = new Set(['xml', 'xmlns']);

/** @param head what the layout file keeps of the XML's head */
export function compileHead(model: Model, head: Head): Definitions {
  const definitions = createElement('bpmn:Definitions', {
    id: head.id ?? 'definitions',
    targetNamespace: head.targetNamespace ?? targetNamespace,
    exporter: 'Procedo',
  });
  if (head.name !== undefined) definitions.name = head.name;
  for (const header of model.header) {
    switch (header.$type) {
      case 'ExpressionLanguage':
        if (header.uri !== undefined) definitions.expressionLanguage = header.uri;
        break;
      case 'Definitions':
        describe(definitions, header);
        break;
      case 'Namespace':
        bindPrefix(definitions, header);
        break;
      case 'Import':
        addImport(definitions, header);
    }
  }
  return definitions;
}

function describe(definitions: Definitions, header: Header): void {
  if (header.name !== undefined) definitions.id = header.name;
  const label = labelOf(header);
  if (label !== undefined) definitions.name = label;
}

function bindPrefix(definitions: Definitions, { name, uri }: Namespace): void {
  if (!uri?.trim() || !isXmlName(name) || RESERVED.has(name)) return;
  definitions.$attrs[`xmlns:${name}`] ??= uri;
}

function addImport(definitions: Definitions, { kind, location, uri }: Import): void {
  const element = createElement('bpmn:Import');
  if (kind !== undefined) element.importType = kind;
  if (location !== undefined) element.location = location;
  if (uri !== undefined) element.namespace = uri;
  append(definitions, 'imports', element);
}
