import { type CmmnDefinitions, type Definitions, is, readModel } from '../../src/model/index.ts';
import { buildLinked } from '../../src/semantics/index.ts';
import { Play } from '../../src/simulation/index.ts';

export interface PlayRead {
  readonly play: Play;
  /** Ids of the elements at which something stood that the edit has taken away. */
  readonly dropped: readonly string[];
  /** Ids of the diagrams by the elements that they show. */
  readonly diagramOf: ReadonlyMap<string, string>;
  /** Whether something in other files is called, known or not. */
  readonly callsElsewhere: boolean;
}

/**
 * The processes and cases of a document, ready to be played together; undefined: it holds none that could run.
 * @param texts the XML of its processes and of its cases, '' where there is none
 * @param called that of what they call in other files
 * @param before what was played of the texts as they were before an edit
 */
export function readPlay(
  texts: readonly string[],
  called: readonly string[],
  before: Play | undefined,
): PlayRead | undefined {
  const models = modelsIn(texts);
  const model = buildLinked(models, modelsIn(called));
  if (model.net.processes.length + model.plan.cases.length === 0) return undefined;
  const diagramOf = new Map(models.flatMap(placesIn));
  const callsElsewhere = called.length > 0 || model.calls.elsewhere.size > 0;
  return before
    ? { play: before, dropped: before.replace(model), diagramOf, callsElsewhere }
    : { play: new Play(model), dropped: [], diagramOf, callsElsewhere };
}

function modelsIn(texts: readonly string[]): (Definitions | CmmnDefinitions)[] {
  return texts.flatMap((xml) => {
    const { definitions } = xml === '' ? {} : readModel(xml);
    const isKnown = is(definitions, 'bpmn:Definitions') || is(definitions, 'cmmn:Definitions');
    return isKnown ? [definitions] : [];
  });
}

/** What each diagram shows, by id. */
function placesIn(definitions: Definitions | CmmnDefinitions): [string, string][] {
  if (is(definitions, 'bpmn:Definitions'))
    return definitions.diagrams.flatMap(({ id = '', plane }) =>
      [plane, ...(plane?.planeElement ?? [])].flatMap((each) => placeOf(each?.get('bpmnElement'), id)),
    );
  return (definitions.CMMNDI?.diagrams ?? []).flatMap(({ id = '', diagramElements }) =>
    diagramElements.flatMap((each) => placeOf(each.get('cmmnElementRef'), id)),
  );
}

function placeOf(element: unknown, diagram: string): [string, string][] {
  const isNamed = typeof element === 'object' && element !== null && 'id' in element;
  return isNamed && typeof element.id === 'string' ? [[element.id, diagram]] : [];
}
