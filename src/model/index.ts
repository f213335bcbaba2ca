/** The OMG model: objects of BPMN and CMMN, read from and written to XML without loss. */
export { changeForeign, type ForeignChange } from './change-foreign.ts';
export { commentsAround } from './comments.ts';
export { addRead, addWrite, canRead, canWrite, PLACEHOLDER, placeholderOf } from './data-uses.ts';
export { decodeXml } from './decode-xml.ts';
export {
  append,
  attributesSaid,
  createElement,
  createElementOf,
  type ItemOf,
  is,
  isElement,
  type ListName,
  ownPropertyOf,
  ownValueOf,
  ownValuesOf,
  type Properties,
  put,
} from './element-class.ts';
export { createForeignElement, foreignAttributes, foreignContent } from './foreign-element.ts';
export type * from './generated/bpmn.ts';
export type {
  BPMNDiagram,
  BPMNEdge,
  BPMNLabel,
  BPMNLabelStyle,
  BPMNPlane,
  BPMNShape,
  MessageVisibleKind,
  ParticipantBandKind,
} from './generated/bpmndi.ts';
export type * as Cmmn from './generated/cmmn.ts';
export type { Definitions as CmmnDefinitions } from './generated/cmmn.ts';
export type * as CmmnDi from './generated/cmmndi.ts';
export type { Bounds, Font, Point } from './generated/dc.ts';
export type { Diagram, DiagramElement, Edge, Label, Plane, Shape, Style } from './generated/di.ts';
export type { TypeMap } from './generated/type-map.ts';
export { keptElements, setValueAttribute, valuesWithAttributes } from './kept-elements.ts';
export { modelEdits } from './model-edits.ts';
export type { ForeignElement, ForeignName, ModelElement } from './model-element.ts';
export { attributeNamespaceAt, isCustomary, namespaceAt } from './namespace-at.ts';
export { addOpaqueRoot, type OpaqueProblem } from './opaque-xml.ts';
export { type ModelRead, readModel } from './read-model.ts';
export { propertiesSaid, referenceText, setReferenceText, sourceOf } from './references.ts';
export { removeElements } from './removal.ts';
export { retype } from './retype.ts';
export { addVerbatim, isHeldAsRead, keptXml, refusedAttributes, xmlHolding, xmlOf, xmlWithout } from './verbatim.ts';
export { allElements, childrenOf, elementsById } from './walk.ts';
export { writeModel } from './write-model.ts';
export { setTag, unusualTag } from './written-tag.ts';
export { asCmmn11, olderNamespaceOf } from './xml-names.ts';
