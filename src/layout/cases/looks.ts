import { type CmmnDefinitions, is, type ModelElement } from '../../model/index.ts';

/** What a drawing says beside where things stand; a new drawing keeps it. */
export interface CaseLooks {
  readonly collapsed: ReadonlySet<ModelElement>;
  readonly collapsedTables: ReadonlySet<ModelElement>;
  /** On-parts whose lines show or hide their event. */
  readonly showsEvent: ReadonlyMap<ModelElement, boolean>;
}

export function looksOfCases(definitions: CmmnDefinitions): CaseLooks {
  const collapsed = new Set<ModelElement>();
  const collapsedTables = new Set<ModelElement>();
  const showsEvent = new Map<ModelElement, boolean>();
  for (const each of (definitions.CMMNDI?.diagrams ?? []).flatMap(({ diagramElements }) => diagramElements)) {
    if (is(each, 'cmmndi:CMMNShape') && each.cmmnElementRef) {
      if (each.isCollapsed) collapsed.add(each.cmmnElementRef);
      if (each.isPlanningTableCollapsed) collapsedTables.add(each.cmmnElementRef);
    }
    if (is(each, 'cmmndi:CMMNEdge') && each.cmmnElementRef && each.isStandardEventVisible !== undefined)
      showsEvent.set(each.cmmnElementRef, each.isStandardEventVisible);
  }
  return { collapsed, collapsedTables, showsEvent };
}
