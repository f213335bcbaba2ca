/** Our layout as a contestant of a layout benchmark: `layout(xml) -> xml`, over the same reader and writer as the command line. */
import { layout as layoutModel } from '../src/layout/index.ts';
import { readModel, writeModel } from '../src/model/index.ts';

/** The file with every drawing made anew. Throws if the text is no BPMN XML. */
export function layout(xml) {
  const { definitions } = readModel(xml);
  if (definitions?.$type !== 'bpmn:Definitions') throw new Error('Not a BPMN file.');
  definitions.set('diagrams', layoutModel(definitions).value);
  return writeModel(definitions);
}
