/** The language: text in; syntax tree, names and problems out. */
export { type Call, callsIn, declarationPlace } from './calls.ts';
export { commentsOf } from './comments.ts';
export { dedent } from './dedent.ts';
export { DEFAULT_LANGUAGE } from './default-language.ts';
export { IdPool, idFromLabel } from './derived-id.ts';
export { childType, type DetailEntry, entryOf, extensionsOf, labelProperty } from './details/detail-entry.ts';
export { definedType, elementType } from './details/detail-types.ts';
export { isOpaqueXml, isWithoutNamespace, namespaceOf } from './details/references.ts';
export { wordsFor } from './details/spoken-facts.ts';
export { EditPlace, firstWord, type Stretch, stretchOf } from './edit-place.ts';
export {
  eventTypes,
  gatewayTypes,
  type PlanItemKind,
  planItemTypes,
  subProcessTypes,
  taskTypes,
} from './element-types.ts';
export { formattingEdits, withFormattingEdits } from './formatting/format.ts';
export * from './generated/ast.ts';
export {
  type Attached,
  type Grouped,
  groupStatements,
  type HandlerItem,
  type Item as StepItem,
  type StepNode,
} from './grouping.ts';
export { holdsCases } from './holds-cases.ts';
export { type IdTable, idOf, idsOf } from './ids.ts';
export { hasPlace } from './late-places.ts';
export { DEEPEST } from './lexing/nesting.ts';
export { DIRECTION_WORDS, RESERVED_IN_CASES, RESERVED_WORDS } from './lexing/reserved-words.ts';
export { holdsErrors, problemsOf } from './problems.ts';
export {
  createProcedoServices,
  createServicesWithLatePlaces,
  ProcedoModule,
  type ProcedoServices,
} from './procedo-module.ts';
export { quotedId } from './quoted-id.ts';
export {
  isBareStart,
  isSetWith,
  nameInScenario,
  nameOfScenario,
  onlyTarget,
  type ScenarioTarget,
  setWith,
  targetOf,
} from './scenarios.ts';
export { insertAfter, insertBefore, insertFirst, withItsBraces } from './statement-edits.ts';
export { documentationOf, expressionText, labelOf, languageOf } from './texts.ts';
export { fileTransitionOf, transitionOf, verbOf, verbOfFileTransition } from './transitions.ts';
export { isBareId, isXmlName } from './xml-name.ts';
