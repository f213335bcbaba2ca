import type { DiagramModel } from '../protocol/server.ts';
import { diagramName, isWhole, layoutXml, type SourceDocument } from '../workspace/index.ts';
import { drawnIds } from './drawn-ids.ts';
import { placeProblems } from './problem-places.ts';

/** What there is to draw of a BPMN file: its own XML where it has a drawing, else one made here. */
export function bpmnModel(uri: string, version: number, document: SourceDocument): DiagramModel {
  const { problems } = document;
  if (!isWhole(document)) return { uri, version, xml: '', caseXml: '', diagrams: [], problems };
  const isDrawn = document.definitions.diagrams.some((diagram) => (diagram.plane?.planeElement.length ?? 0) > 0);
  const made = isDrawn ? { value: document.text, problems: [] } : layoutXml(document);
  const diagrams = document.definitions.diagrams.map((diagram) => ({
    id: diagram.id ?? '',
    name: diagramName(diagram),
    notation: 'bpmn' as const,
  }));
  const drawn = drawnIds(document.definitions);
  const told = placeProblems([...problems, ...made.problems], document.sourceMap, { drawn });
  return { uri, version, xml: made.value ?? '', caseXml: '', diagrams, problems: told };
}
