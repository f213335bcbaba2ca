/** The lines of a case model: on-parts to the criteria of their sentry, human tasks to what may be planned for them, associations. */
import { type Cmmn, type CmmnDefinitions, is } from '../../model/index.ts';
import type { LayoutNode } from '../scope.ts';
import { labelSize } from '../sizes.ts';
import type { CaseConnector } from './case-sheet.ts';
import type { CaseLooks } from './looks.ts';

type Nodes = ReadonlyMap<Cmmn.CMMNElement, LayoutNode>;

export function readConnectors(definitions: CmmnDefinitions, nodes: Nodes, looks: CaseLooks): CaseConnector[] {
  const elements = [...nodes.keys()];
  return [
    ...elements.flatMap((element) => (is(element, 'cmmn:Criterion') ? onParts(element, nodes, looks) : [])),
    ...elements.flatMap((element) => discretionary(element, nodes)),
    ...definitions.artifacts.flatMap((artifact) =>
      is(artifact, 'cmmn:Association') && artifact.id
        ? connector('association', artifact, artifact.sourceRef, artifact.targetRef, nodes)
        : [],
    ),
  ];
}

function onParts(criterion: Cmmn.Criterion, nodes: Nodes, looks: CaseLooks): CaseConnector[] {
  return (criterion.sentryRef?.onParts ?? []).flatMap((part) => {
    // A line without the on-part that it stands for would be that of a discretionary item.
    if (!part.id) return [];
    const isPlanItem = is(part, 'cmmn:PlanItemOnPart');
    if (!isPlanItem && !is(part, 'cmmn:CaseFileItemOnPart')) return [];
    const exit = isPlanItem ? part.exitCriterionRef : undefined;
    const source = exit && nodes.has(exit) ? exit : part.sourceRef;
    const event = part.standardEvent;
    const shows = looks.showsEvent.get(part) ?? (event !== undefined && !exit && event !== expected(part.sourceRef));
    const text = [part.name, shows && event ? `[${event}]` : ''].filter(Boolean).join(' ');
    return connector('on-part', part, source, criterion, nodes, text, shows);
  });
}

/** What mostly is waited for, so that a line need not say it. */
function expected(source: Cmmn.CMMNElement | undefined): string | undefined {
  if (!is(source, 'cmmn:PlanItem')) return undefined;
  const { definitionRef } = source;
  return is(definitionRef, 'cmmn:EventListener') || is(definitionRef, 'cmmn:Milestone') ? 'occur' : 'complete';
}

function discretionary(element: Cmmn.CMMNElement, nodes: Nodes): CaseConnector[] {
  if (!is(element, 'cmmn:PlanItem') && !is(element, 'cmmn:DiscretionaryItem')) return [];
  const { definitionRef } = element;
  if (!is(definitionRef, 'cmmn:HumanTask')) return [];
  const items = tableItems(definitionRef.planningTable).filter((item) => item !== element);
  return items.flatMap((item) => connector('discretionary', undefined, element, item, nodes));
}

function tableItems(table: Cmmn.PlanningTable | undefined): Cmmn.DiscretionaryItem[] {
  return (table?.tableItems ?? []).flatMap((item) => {
    if (is(item, 'cmmn:PlanningTable')) return tableItems(item);
    return is(item, 'cmmn:DiscretionaryItem') ? [item] : [];
  });
}

function connector(
  kind: CaseConnector['kind'],
  element: Cmmn.CMMNElement | undefined,
  source: Cmmn.CMMNElement | undefined,
  target: Cmmn.CMMNElement | undefined,
  nodes: Nodes,
  text?: string,
  showsEvent = false,
): CaseConnector[] {
  const [from, to] = [source && nodes.get(source), target && nodes.get(target)];
  if (!source || !target || !from || !to || from === to) return [];
  const id = `${from.id} ${String(element?.get('id') ?? '')} ${to.id}`;
  const label = labelSize(text);
  const flow = { id, kind: 'association' as const, source: from, target: to, points: [], ...(label && { label }) };
  return [{ flow, kind, element, source, target, showsEvent }];
}
