/** The room that the words of an element of a case take in its drawing, as a text. */
import { measureText } from '../../base/text-metrics.ts';
import { is, type ModelElement } from '../../model/index.ts';
import { labelSize, noteSize } from '../sizes.ts';
import { itemSize } from './item-size.ts';

/**
 * Two elements that differ in their words alone take the same room if this is the same. The name of a definition counts where its
 * item has none, and only there.
 */
export function caseRoom(element: ModelElement): string {
  if (is(element, 'cmmn:PlanItem') || is(element, 'cmmn:DiscretionaryItem')) {
    const { definitionRef } = element;
    const name = element.name || definitionRef?.name;
    if (is(definitionRef, 'cmmn:EventListener')) return sizeText(labelSize(name));
    const size = sizeText(itemSize(element, name));
    return is(definitionRef, 'cmmn:PlanFragment') ? `${size} ${titleRoom(name)}` : size;
  }
  // The plan model of a case; other stages have the title of their item.
  if (is(element, 'cmmn:Stage')) return is(element.$parent, 'cmmn:Case') ? titleRoom(element.name) : '';
  if (is(element, 'cmmn:CaseFileItem')) return sizeText(labelSize(element.name));
  if (is(element, 'cmmn:TextAnnotation')) return sizeText(noteSize(element.text));
  if (is(element, 'cmmn:OnPart')) return element.name ?? '';
  return '';
}

function titleRoom(title: string | undefined): string {
  return String(measureText(title ?? '', { fontSize: 12 }));
}

function sizeText(size: ReturnType<typeof labelSize>): string {
  return size ? `${size.width}x${size.height}` : '';
}
