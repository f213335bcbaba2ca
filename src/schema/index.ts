/** What the standards allow: the types of BPMN and CMMN, their properties and the names these have in a file. */
export {
  type ChildRule,
  childRule,
  elementOfType,
  enumerationNamed,
  isSimple,
  type Package,
  type PropertyDescriptor,
  packages,
  type TypeDescriptor,
  typeNamed,
  typeOfElement,
} from './meta-model.ts';
