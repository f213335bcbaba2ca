import type { Problem } from '../base/problem.ts';
import type { DiagramModel } from '../protocol/server.ts';
import { callsInFile, drawnFile, drawnIds, type SourceDocument } from '../workspace/index.ts';
import { placeProblems } from './problem-places.ts';

/**
 * What there is to draw of a BPMN or CMMN file: its own XML where it has a drawing, else one made here.
 * @param problems of the document, with what was found in it
 * @param isDeclared whether a text has a process or a case of this id
 */
export function xmlModel(
  uri: string,
  version: number,
  document: SourceDocument,
  problems: readonly Problem[],
  isDeclared: (id: string) => boolean,
): DiagramModel {
  const file = drawnFile(document);
  if (!file) return { uri, version, xml: '', caseXml: '', diagrams: [], problems };
  const { xml, caseXml, diagrams, definitions } = file;
  const drawn = drawnIds(definitions);
  const placed = placeProblems([...problems, ...file.problems], document.sourceMap, { drawn });
  const calls = [...callsInFile(definitions)].flatMap(([id, { called, isHere }]) =>
    drawn.has(id) && (isHere || isDeclared(called)) ? [id] : [],
  );
  return { uri, version, xml, caseXml, diagrams, problems: placed, calls };
}
