// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of LSP snippets

import type { Construct } from './construct.ts';

/** The head of a file, expressions, and what any element may carry. */
export const coreConstructs: readonly Construct[] = [
  {
    keyword: 'definitions',
    rules: ['Definitions'],
    role: 'declaration',
    term: 'Definitions',
    means: 'The root of the exported file: its id and its name. Only needed where they matter to somebody.',
    snippet: 'definitions ${1:id} "${2:Name}"',
    example: 'definitions lending "Lending"',
    places: { head: 40 },
  },
  {
    keyword: 'language',
    rules: ['ExpressionLanguage'],
    role: 'declaration',
    term: 'Expression Language',
    means: 'The language of the expressions in this file (`expressionLanguage`). FEEL where the file declares none.',
    snippet: 'language "${1:FEEL}"',
    example: 'language "FEEL"',
    places: { head: 41 },
  },
  {
    keyword: 'namespace',
    rules: ['Namespace'],
    role: 'declaration',
    term: 'XML namespace',
    means: 'Binds a prefix to the URI of a vendor, for extensions and for the types of items.',
    snippet: 'namespace ${1:prefix} "${2:uri}"',
    example: 'namespace camunda "http://camunda.org/schema/1.0/bpmn"',
    places: { head: 42 },
  },
  {
    keyword: 'import',
    rules: ['Import'],
    role: 'declaration',
    term: 'Import',
    means: 'Names a file with definitions that are not BPMN, such as an XML schema: kind, location, namespace.',
    snippet: 'import "${1:http://www.w3.org/2001/XMLSchema}" "${2:types.xsd}" namespace "${3:uri}"',
    example: 'import "http://www.w3.org/2001/XMLSchema" "types.xsd" namespace "http://example.org/types"',
    places: { head: 43 },
  },
  {
    keyword: 'namespace',
    rules: ['Import'],
    role: 'clause',
    term: 'Import, namespace',
    means: 'The target namespace of the imported file.',
    example: 'import "http://www.w3.org/2001/XMLSchema" "types.xsd" namespace "http://example.org/types"',
  },
  {
    keyword: 'language',
    rules: ['Expression'],
    role: 'clause',
    term: 'Formal Expression, language',
    means: 'The language of this one expression, where it is not the one of the file.',
    snippet: 'language "${1:groovy}"',
    example: 'script total "Add it up" `a + b` language "groovy"',
  },
  {
    keyword: 'as',
    rules: ['Handler', 'Branch', 'Flow', 'MessageFlow', 'Association'],
    role: 'clause',
    term: 'id',
    means: 'Gives the id where something else comes first: handlers, branches, flows and associations.',
    snippet: 'as ${1:id}',
    example: 'user check "Check"\n  on timer after `PT1H` as late "Late" { end }',
  },
  {
    keyword: 'true',
    rules: ['Value', 'ExtensionValue'],
    role: 'constant',
    term: 'Boolean',
    means: 'The value true of a schema attribute.',
    example: 'receive order "Order comes in" with { instantiate: true }',
  },
  {
    keyword: 'false',
    rules: ['Value', 'ExtensionValue'],
    role: 'constant',
    term: 'Boolean',
    means: 'The value false of a schema attribute.',
    example: 'store crm "CRM" with { isUnlimited: false }',
  },
  {
    keyword: 'with',
    rules: ['Rest'],
    role: 'clause',
    term: 'the rest of the schema',
    means:
      'Holds whatever the standard allows on the element and has no word here, under its schema name: attributes, references and children.',
    snippet: 'with { $0 }',
    example: 'user approve "Approve" with { startQuantity: 2 }',
  },
  {
    keyword: '@',
    rules: ['Extension'],
    role: 'clause',
    term: 'Extension Elements',
    means:
      'A vendor extension element, `@prefix:name(key: "value")`, or a vendor attribute, `@prefix:name = "value"`: at the head of the block, or behind the words of what has none. `namespace` at the head of the file declares the prefix.',
    example:
      'namespace zeebe "http://camunda.org/schema/zeebe/1.0"\n\nprocess shop "Shop" {\n  start\n  service pay "Pay" @zeebe:taskDefinition(type: "pay")\n  end\n}',
  },
];
