import { type ForeignElement, type ModelElement, namespaceAt } from '../../src/model/index.ts';
import { typeNamed } from '../../src/schema/index.ts';

const left = new Set(['exporter', 'exporterVersion', 'diagrams', 'CMMNDI']);

/** Lists whose order says nothing (the standard gives them no meaning, and tools write them in any). */
const sets = new Set([
  ...['rootElements', 'participants', 'messageFlows', 'flowElements', 'artifacts', 'flowNodeRef'],
  ...[
    'planItems',
    'planItemDefinitions',
    'sentries',
    'entryCriteria',
    'exitCriteria',
    'cases',
    'processes',
    'decisions',
  ],
]);

/** Defaults of the schema that the meta-model does not have. */
const moreDefaults: Readonly<Record<string, string | boolean>> = {
  'cmmn:Stage autoComplete': false,
  'bpmn:Process processType': 'None',
  'bpmn:ServiceTask implementation': '##WebService',
};

/** An element as plain data: all that differs from the schema's defaults; references by id. */
export function plain(element: ModelElement): unknown {
  const properties = typeNamed(element.$type)?.properties ?? [];
  const facts = properties.flatMap(({ name, default: known, isReference }) => {
    const value = element.get(name);
    const usual = known ?? moreDefaults[`${element.$type} ${name}`];
    if (left.has(name) || value === undefined || value === usual || (Array.isArray(value) && value.length === 0))
      return [];
    const items = (Array.isArray(value) ? value : [value]).map((item) => (isReference ? idOf(item) : plainItem(item)));
    return [[name, sets.has(name) ? items.toSorted(byJson) : items]];
  });
  const attributes = Object.entries(element.$attrs)
    .filter(([name]) => !name.startsWith('xmlns'))
    .map(([name, value]) => [expanded(element, name), value]);
  return { $type: element.$type, ...Object.fromEntries([...facts, ...attributes]) };
}

function plainItem(item: unknown): unknown {
  if (typeof item !== 'object' || item === null) return item;
  return '$children' in item ? plainForeign(item as ForeignElement) : plain(item as ModelElement);
}

/** The name of an attribute, with what its prefix stands for: what the prefix is says nothing. */
function expanded(element: ModelElement | ForeignElement, name: string): string {
  const [prefix = '', local] = name.split(':');
  return local === undefined ? name : `${namespaceAt(element, prefix) ?? prefix} ${local}`;
}

/** A vendor's element: its name, attributes, text and children. */
function plainForeign(element: ForeignElement): unknown {
  const { $descriptor, $body, $children } = element;
  const attributes = Object.entries(element)
    .filter(([name]) => !name.startsWith('$'))
    .map(([name, value]) => [expanded(element, name), value]);
  const { uri, localName } = $descriptor.ns;
  return { name: [uri, localName], attributes, text: $body, children: $children.map(plainForeign) };
}

function idOf(target: ModelElement): unknown {
  return target.get('id');
}

function byJson(a: unknown, b: unknown): number {
  return JSON.stringify(a).localeCompare(JSON.stringify(b));
}
