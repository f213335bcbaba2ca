import { asCmmn11 } from '../model/index.ts';
import type { DiagramModel } from '../protocol/server.ts';
import { drawnDiagrams, drawnIds, isDrawn, isReadable, layoutXml, type SourceDocument } from '../workspace/index.ts';
import { placeProblems } from './problem-places.ts';

/** What there is to draw of a BPMN or CMMN file: its own XML where it has a drawing, else one made here. */
export function xmlModel(uri: string, version: number, document: SourceDocument): DiagramModel {
  const { problems } = document;
  if (!isReadable(document)) return { uri, version, xml: '', caseXml: '', diagrams: [], problems };
  const { definitions } = document;
  const made = isDrawn(definitions) ? { value: document.text, problems: [] } : layoutXml(document);
  const xml = made.value ?? '';
  const drawn = drawnIds(definitions);
  const told = placeProblems([...problems, ...made.problems], document.sourceMap, { drawn });
  const written = document.kind === 'cmmn' ? { xml: '', caseXml: asCmmn11(xml) } : { xml, caseXml: '' };
  return { uri, version, ...written, diagrams: drawnDiagrams(definitions), problems: told };
}
