/** The data of a diagram: objects, stores, and what a process is given and hands back. */
import {
  append,
  createElement,
  type DataInput,
  type DataObjectReference,
  type DataOutput,
  type DataStore,
  type DataStoreReference,
  type FlowElementsContainer,
  type InputOutputSpecification,
  is,
  type Process,
} from '../model/index.ts';
import type { ModelIds } from './model-ids.ts';
import type { Keyword } from './words.ts';

export type DataElement = DataInput | DataObjectReference | DataOutput | DataStoreReference;

/** Adds the data that a line declares. In a sub-process what is read and written is data like any other: it is given nothing. */
export function addDataTo(container: FlowElementsContainer, keyword: Keyword, id: string, ids: ModelIds): DataElement {
  if (is(container, 'bpmn:Process') && keyword === 'data-input') return addInput(container, id);
  if (is(container, 'bpmn:Process') && keyword === 'data-output') return addOutput(container, id);
  if (keyword === 'data-store')
    return append(container, 'flowElements', createElement('bpmn:DataStoreReference', { id }));
  const dataObjectRef = createElement('bpmn:DataObject', { id: ids.numbered('DataObject') });
  if (keyword === 'data-collection') dataObjectRef.isCollection = true;
  append(container, 'flowElements', dataObjectRef);
  return append(container, 'flowElements', createElement('bpmn:DataObjectReference', { id, dataObjectRef }));
}

/** An input is in a set: what is in none is never available (BPMN 2.0.2, 10.4.1). */
function addInput(process: Process, id: string): DataInput {
  const specification = specificationOf(process);
  const input = append(specification, 'dataInputs', createElement('bpmn:DataInput', { id }));
  specification.inputSets[0]?.dataInputRefs.push(input);
  return input;
}

function addOutput(process: Process, id: string): DataOutput {
  const specification = specificationOf(process);
  const output = append(specification, 'dataOutputs', createElement('bpmn:DataOutput', { id }));
  specification.outputSets[0]?.dataOutputRefs.push(output);
  return output;
}

function specificationOf(process: Process): InputOutputSpecification {
  if (process.ioSpecification) return process.ioSpecification;
  const made = createElement('bpmn:InputOutputSpecification');
  append(made, 'inputSets', createElement('bpmn:InputSet'));
  append(made, 'outputSets', createElement('bpmn:OutputSet'));
  process.set('ioSpecification', made);
  return made;
}

/** The store of the file that an appearance of it refers to. */
export function storeOf(reference: DataStoreReference, ids: ModelIds): DataStore {
  const store = createElement('bpmn:DataStore', { id: ids.numbered('DataStore') });
  if (reference.name !== undefined) store.name = reference.name;
  reference.dataStoreRef = store;
  return store;
}
