import { type CmmnDefinitions, type Definitions, elementsById, is, type ModelElement } from '../model/index.ts';

type Model = Definitions | CmmnDefinitions;

/**
 * The diagrams that a person chooses to see an element: those that show it, else those that show what it is in. Diagrams of
 * collapsed sub-processes are not chosen; they are stepped into. @param ids several of one place, the innermost first
 */
export function diagramsShowing(models: readonly Model[], ids: readonly string[]): string[] {
  const views = models.flatMap(viewsOf);
  const known = models.map(elementsById);
  for (const id of ids) {
    let element = known.flatMap((elements) => elements.get(id) ?? [])[0];
    for (; element; element = element.$parent) {
      const one = element;
      const showing = views.filter(({ shows }) => shows.has(one));
      if (showing.length > 0) return showing.map((view) => view.id);
    }
  }
  return [];
}

interface View {
  readonly id: string;
  readonly shows: ReadonlySet<unknown>;
}

function viewsOf(model: Model): View[] {
  if (is(model, 'cmmn:Definitions'))
    return (model.CMMNDI?.diagrams ?? []).map(({ id = '', diagramElements }) => {
      const shown = diagramElements.map((each) => each.get('cmmnElementRef') as ModelElement | undefined);
      // A plan model shows its case.
      const cases = shown.map((each) => (is(each?.$parent, 'cmmn:Case') ? each.$parent : undefined));
      return { id, shows: new Set<unknown>([...shown, ...cases]) };
    });
  const chosen = model.diagrams.filter(({ plane }) => !is(plane?.bpmnElement, 'bpmn:SubProcess'));
  return chosen.map(({ id = '', plane }) => {
    const shown = (plane?.planeElement ?? []).map((each) => each.get('bpmnElement') as ModelElement | undefined);
    // A pool shows its process.
    const processes = shown.map((each) => (is(each, 'bpmn:Participant') ? each.processRef : undefined));
    return { id, shows: new Set<unknown>([plane?.bpmnElement, ...shown, ...processes]) };
  });
}
