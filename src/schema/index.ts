/** What the standards allow: the types of BPMN and CMMN, their properties and the names these have in a file. */
export { concreteTypes, type Entry, entriesOf, entryNamed } from './entries.ts';
export {
  type ChildRule,
  childRule,
  elementOfType,
  enumerationNamed,
  isSimple,
  type Package,
  type PropertyDescriptor,
  packages,
  propertyNames,
  type TypeDescriptor,
  typeNamed,
  typeOfElement,
} from './meta-model.ts';
