/** Parts of a text as XML. */
import { comparePositions, type Range } from '../base/range.ts';
import type { SourceMap } from '../mapping/index.ts';
import { allElements, is, type ModelElement, readModel, xmlOf } from '../model/index.ts';
import { exportXml, notationsOf } from './outputs.ts';
import type { SourceDocument } from './source-document.ts';

/**
 * The elements that begin in a part of a text, or else the innermost one around its start, as they stand in the exported file, one after
 * the other. Each has all prefixes bound that it uses. With steps go the sequence flows between them; drawings are left out.
 * `undefined`: the text has errors, or nothing is there.
 */
export function xmlOfPart(document: SourceDocument, part: Range): string | undefined {
  const { sourceMap } = document;
  if (!sourceMap) return undefined;
  const elements = notationsOf(document).flatMap((notation) => {
    const { definitions } = readModel(exportXml(document, notation) ?? '');
    return definitions ? [...allElements(definitions)] : [];
  });
  const chosen = new Set(begunIn(part, elements, sourceMap));
  if (chosen.size === 0) {
    const around = sourceMap.idsAt(part.start);
    const byId = new Map(elements.map((element) => [element.get('id'), element]));
    const innermost = around.map((id) => byId.get(id)).find((element) => element !== undefined);
    if (innermost) chosen.add(innermost);
  }
  for (const flow of elements) if (isBetween(flow, chosen)) chosen.add(flow);
  const outermost = elements.filter((element) => chosen.has(element) && !isInside(element, chosen));
  const parts = outermost.flatMap((element) => xmlOf(element) ?? []);
  return parts.length > 0 ? `${parts.map(outdented).join('\n')}\n` : undefined;
}

function begunIn({ start, end }: Range, elements: readonly ModelElement[], sourceMap: SourceMap): ModelElement[] {
  return elements.filter((element) => {
    const id: unknown = element.get('id');
    const place = typeof id === 'string' ? sourceMap.rangeOf(id)?.start : undefined;
    return place !== undefined && comparePositions(start, place) <= 0 && comparePositions(place, end) < 0;
  });
}

function isBetween(element: ModelElement, chosen: ReadonlySet<ModelElement>): boolean {
  if (!is(element, 'bpmn:SequenceFlow')) return false;
  const { sourceRef, targetRef } = element;
  return sourceRef !== undefined && targetRef !== undefined && chosen.has(sourceRef) && chosen.has(targetRef);
}

function isInside(element: ModelElement, chosen: ReadonlySet<ModelElement>): boolean {
  for (let around = element.$parent; around; around = around.$parent) if (chosen.has(around)) return true;
  return false;
}

/** All lines but the first stand as deep as they stood in the file: the last shows how deep that was. */
function outdented(xml: string): string {
  const depth = /\n([ \t]*)<\/[^<>]+>$/.exec(xml)?.[1] ?? '';
  return depth === '' ? xml : xml.replaceAll(`\n${depth}`, '\n');
}
