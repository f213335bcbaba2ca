/** The lines of a case model: on-parts to the criteria of their sentry, human tasks to what may be planned for them, associations. */
import { type Cmmn, type CmmnDefinitions, is } from '../../model/index.ts';
import type { LayoutPin } from '../layout-file.ts';
import type { LayoutNode } from '../scope.ts';
import { labelSize } from '../sizes.ts';
import type { CaseConnector } from './case-sheet.ts';

type Nodes = ReadonlyMap<Cmmn.CMMNElement, LayoutNode>;

/** @param pins by the keys of connectors: which of them say their event, and which are not drawn */
export function readConnectors(
  definitions: CmmnDefinitions,
  nodes: Nodes,
  pins: ReadonlyMap<string, LayoutPin>,
): CaseConnector[] {
  const reader = new ConnectorReader(nodes, pins);
  const elements = [...nodes.keys()];
  const connectors = [
    ...elements.flatMap((element) => (is(element, 'cmmn:Criterion') ? reader.onParts(element) : [])),
    ...elements.flatMap((element) => reader.discretionary(element)),
    ...definitions.artifacts.flatMap((artifact) =>
      is(artifact, 'cmmn:Association') ? reader.association(artifact) : [],
    ),
  ];
  return connectors.filter(({ key }) => !pins.get(key)?.undrawn);
}

class ConnectorReader {
  readonly #nodes: Nodes;
  readonly #pins: ReadonlyMap<string, LayoutPin>;
  /** How many there are between two ids. */
  readonly #between = new Map<string, number>();

  constructor(nodes: Nodes, pins: ReadonlyMap<string, LayoutPin>) {
    this.#nodes = nodes;
    this.#pins = pins;
  }

  onParts(criterion: Cmmn.Criterion): CaseConnector[] {
    return (criterion.sentryRef?.onParts ?? []).flatMap((part) => {
      // A line without the on-part that it stands for would be that of a discretionary item.
      if (!part.id) return [];
      const isPlanItem = is(part, 'cmmn:PlanItemOnPart');
      if (!isPlanItem && !is(part, 'cmmn:CaseFileItemOnPart')) return [];
      const exit = isPlanItem ? part.exitCriterionRef : undefined;
      const source = exit && this.#nodes.has(exit) ? exit : part.sourceRef;
      const event = part.standardEvent;
      const isOdd = event !== undefined && !exit && event !== expected(part.sourceRef);
      return this.#connector('on-part', part, source, criterion, (key) => {
        const pin = this.#pins.get(key);
        // A line that somebody drew says no more than it said.
        const shows = pin?.showsEvent ?? (isOdd && !pin?.path);
        return { shows, text: [part.name, shows && event ? `[${event}]` : ''].filter(Boolean).join(' ') };
      });
    });
  }

  discretionary(element: Cmmn.CMMNElement): CaseConnector[] {
    if (!is(element, 'cmmn:PlanItem') && !is(element, 'cmmn:DiscretionaryItem')) return [];
    const { definitionRef } = element;
    if (!is(definitionRef, 'cmmn:HumanTask')) return [];
    const items = tableItems(definitionRef.planningTable).filter((item) => item !== element);
    return items.flatMap((item) => this.#connector('discretionary', undefined, element, item));
  }

  association(element: Cmmn.Association): CaseConnector[] {
    if (!element.id) return [];
    return this.#connector('association', element, element.sourceRef, element.targetRef);
  }

  #connector(
    kind: CaseConnector['kind'],
    element: Cmmn.CMMNElement | undefined,
    source: Cmmn.CMMNElement | undefined,
    target: Cmmn.CMMNElement | undefined,
    words: (key: string) => { readonly shows: boolean; readonly text?: string } = () => ({ shows: false }),
  ): CaseConnector[] {
    const [from, to] = [source && this.#nodes.get(source), target && this.#nodes.get(target)];
    if (!source || !target || !from || !to || from === to) return [];
    const key = kind === 'association' ? String(element?.get('id')) : this.#numbered(`${from.id}->${to.id}`);
    const { shows: showsEvent, text } = words(key);
    const label = labelSize(text);
    const flow = {
      id: key,
      kind: 'association' as const,
      source: from,
      target: to,
      points: [],
      ...(label && { label }),
    };
    return [{ key, flow, kind, element, source, target, showsEvent }];
  }

  #numbered(ends: string): string {
    const count = (this.#between.get(ends) ?? 0) + 1;
    this.#between.set(ends, count);
    return count === 1 ? ends : `${ends}#${count}`;
  }
}

/** What mostly is waited for, so that a line need not say it. */
function expected(source: Cmmn.CMMNElement | undefined): string | undefined {
  if (!is(source, 'cmmn:PlanItem')) return undefined;
  const { definitionRef } = source;
  return is(definitionRef, 'cmmn:EventListener') || is(definitionRef, 'cmmn:Milestone') ? 'occur' : 'complete';
}

function tableItems(table: Cmmn.PlanningTable | undefined): Cmmn.DiscretionaryItem[] {
  return (table?.tableItems ?? []).flatMap((item) => {
    if (is(item, 'cmmn:PlanningTable')) return tableItems(item);
    return is(item, 'cmmn:DiscretionaryItem') ? [item] : [];
  });
}
