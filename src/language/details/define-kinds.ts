/** What may follow `define`. */
import { entriesOf, typeNamed } from '../../schema/index.ts';
import { DEFINED_FOR_CASES, definitionLists } from './detail-types.ts';

/** Root elements that are written another way, and how: the rest of a sentence that begins with "Write". */
const otherWays: Readonly<Record<string, string>> = {
  message: '`message`',
  error: '`error`',
  signal: '`signal`',
  escalation: '`escalation`',
  itemDefinition: '`item`',
  collaboration: '`collaboration`',
  choreography: '`define xml`, and its XML',
  globalChoreographyTask: '`define xml`, and its XML',
  globalConversation: '`define xml`, and its XML',
};

/** How a root element is written if not by `define`; undefined if by it. */
export function otherWayFor(kind: string): string | undefined {
  return Object.hasOwn(otherWays, kind) ? otherWays[kind] : undefined;
}

/** The kinds that `define` takes, in the order of the schema; `xml` for what is kept as it is. */
export function definableKinds(): string[] {
  const root = typeNamed('bpmn:Definitions');
  const entries = root ? entriesOf(root) : [];
  const kinds = entries.filter(
    ({ name, property }) =>
      definitionLists.has(property.name) && !otherWayFor(name) && !DEFINED_FOR_CASES.includes(name),
  );
  return [...kinds.map(({ name }) => name), ...DEFINED_FOR_CASES, 'xml'];
}
