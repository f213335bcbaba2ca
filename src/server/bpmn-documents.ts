import type { DiagramModel } from '../protocol/server.ts';
import { diagramName, isWhole, layoutXml, noFiles, open } from '../workspace/index.ts';

/** What there is to draw of a BPMN file: its own XML where it has a drawing, else one made here. */
export async function readBpmn(uri: string, version: number, text: string): Promise<DiagramModel> {
  const document = await open(uri, new TextEncoder().encode(text), noFiles);
  const { problems } = document;
  if (!isWhole(document)) return { uri, version, xml: '', diagrams: [], problems };
  const drawn = document.definitions.diagrams.some((diagram) => (diagram.plane?.planeElement.length ?? 0) > 0);
  const made = drawn ? { value: text, problems: [] } : layoutXml(document);
  const diagrams = document.definitions.diagrams.map((diagram) => ({
    id: diagram.id ?? '',
    name: diagramName(diagram),
  }));
  return { uri, version, xml: made.value ?? '', diagrams, problems: [...problems, ...made.problems] };
}
