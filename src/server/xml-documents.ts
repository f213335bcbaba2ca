import type { DiagramModel } from '../protocol/server.ts';
import { callsInFile, drawnFile, drawnIds, type SourceDocument } from '../workspace/index.ts';
import { placeProblems } from './problem-places.ts';

/**
 * What there is to draw of a BPMN or CMMN file: its own XML where it has a drawing, else one made here.
 * @param isDeclared whether a text has a process or a case of this id
 */
export function xmlModel(
  uri: string,
  version: number,
  document: SourceDocument,
  isDeclared: (id: string) => boolean,
): DiagramModel {
  const file = drawnFile(document);
  if (!file) return { uri, version, xml: '', caseXml: '', diagrams: [], problems: document.problems };
  const { xml, caseXml, diagrams, definitions } = file;
  const drawn = drawnIds(definitions);
  const problems = placeProblems([...document.problems, ...file.problems], document.sourceMap, { drawn });
  const calls = [...callsInFile(definitions)].flatMap(([id, { called, isHere }]) =>
    drawn.has(id) && (isHere || isDeclared(called)) ? [id] : [],
  );
  return { uri, version, xml, caseXml, diagrams, problems, calls };
}
