/** XML that a model holds to the letter: what nobody models is carried as it was written. */
import { SaxesParser } from 'saxes';
import { entryNamed, typeNamed } from '../schema/index.ts';
import type { Definitions } from './generated/bpmn.ts';
import type { ForeignElement } from './model-element.ts';
import { parseForeign } from './read-foreign.ts';
import { packageOf } from './xml-names.ts';
import { explain } from './xml-problems.ts';

/** Why a piece of XML cannot be a root element; offsets are in the piece. */
export interface OpaqueProblem {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Adds a root element as it is written, if it is one well-formed element of BPMN and nothing else.
 * @param namespaceOf what the prefixes of the file are bound to ('' is the default namespace)
 * @returns the element; or what is wrong with it, and nothing is added
 */
export function addOpaqueRoot(
  definitions: Definitions,
  xml: string,
  namespaceOf: (prefix: string) => string | undefined,
): { readonly element: ForeignElement } | { readonly problem: OpaqueProblem } {
  const problem = malformed(xml, namespaceOf);
  if (problem) return { problem };
  const element = parseForeign(xml.trim(), namespaceOf);
  const wrong = element ? misplaced(element) : 'There is no element here. Write one, from `<` to `>`.';
  if (!element || wrong !== undefined) return { problem: { message: wrong ?? '', start: 0, end: xml.length } };
  element.$parent = definitions;
  // Root elements by their type; readers of the list tell a foreign one by `$type`, as in extension elements.
  const roots: unknown = definitions.get('rootElements');
  if (Array.isArray(roots)) roots.push(element);
  return { element };
}

function malformed(xml: string, namespaceOf: (prefix: string) => string | undefined): OpaqueProblem | undefined {
  const parser = new SaxesParser({ xmlns: true, fragment: true, position: true, resolvePrefix: namespaceOf });
  let problem: OpaqueProblem | undefined;
  let depth = 0;
  let roots = 0;
  const note = (message: string): void => {
    const end = Math.min(Math.max(parser.position, 1), xml.length);
    problem ??= { message, start: Math.max(0, end - 1), end };
  };
  parser.on('error', (error) => note(sentence(error.message, xml)));
  parser.on('opentag', () => {
    if (depth++ === 0 && ++roots > 1) note('This is a second element. Give it a `define xml` of its own.');
  });
  parser.on('closetag', () => {
    depth--;
  });
  const outside = (): void => {
    if (depth === 0) note('Only one element may stand here: take away what is around it.');
  };
  parser.on('text', (text) => text.trim() !== '' && outside());
  parser.on('cdata', outside);
  parser.on('processinginstruction', outside);
  parser.on('doctype', () => note('A document type belongs to a file, not to an element. Take it away.'));
  parser.write(xml).close();
  return problem;
}

/** A piece that ends too early is not a file that does. */
function sentence(said: string, xml: string): string {
  const [, open] = /unclosed tag: (.*)/.exec(said) ?? [];
  if (open !== undefined) return `<${open}> is not closed. Add </${open}>.`;
  return said.includes('unexpected end') ? 'The XML ends in the middle. Go on to its end.' : explain(said, xml).message;
}

/** Only BPMN's own elements may stand among the root elements of a file. */
function misplaced(element: ForeignElement): string | undefined {
  const { prefix, localName, uri } = element.$descriptor.ns;
  const root = typeNamed('bpmn:Definitions');
  const entry = root && entryNamed(root, localName);
  if (packageOf(uri)?.prefix === 'bpmn' && entry?.property.name === 'rootElements') return undefined;
  if (uri === '') return `<${localName}> is in no name space. Write <bpmn:${localName}>.`;
  return `<${prefix}:${localName}> is no root element of BPMN. Put one here, such as <bpmn:choreography>.`;
}
