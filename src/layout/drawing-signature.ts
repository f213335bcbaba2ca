/**
 * What a drawing depends on, as a text: models with the same signature get the same drawing. Needs: a BPMN or CMMN model. Leaves: a string
 * that names every element with its references and with the room that its label takes, but not the words of labels that
 * take no room of their own (those inside tasks), nor expressions, documentation and vendor extensions. What a drawing that the model
 * has already says is left out.
 */
import {
  allElements,
  type CmmnDefinitions,
  type Definitions,
  is,
  type ModelElement,
  ownValuesOf,
} from '../model/index.ts';
import { activitySize } from './activity-size.ts';
import { caseRoom } from './cases/case-room.ts';
import type { Size } from './scope.ts';
import { labelSize, noteSize } from './sizes.ts';

/** Parts that no drawing shows. */
const undrawn = {
  bpmn: ['bpmn:Documentation', 'bpmn:Expression', 'bpmn:ExtensionElements', 'bpmndi:BPMNDiagram'],
  cmmn: ['cmmn:Documentation', 'cmmn:Expression', 'cmmn:ExtensionElements', 'cmmndi:CMMNDI'],
} as const;

export function drawingSignature(definitions: Definitions | CmmnDefinitions): string {
  const isCase = definitions.$instanceOf('cmmn:Definitions');
  const left = undrawn[isCase ? 'cmmn' : 'bpmn'];
  const room = isCase ? caseRoom : processRoom;
  const lines: string[] = [];
  for (const element of allElements(definitions)) {
    if (!left.some((type) => isWithin(element, type))) lines.push(lineOf(element, room(element)));
  }
  return lines.join('\n');
}

function isWithin(element: ModelElement, type: string): boolean {
  for (let around: ModelElement | undefined = element; around; around = around.$parent) {
    if (around.$instanceOf(type)) return true;
  }
  return false;
}

function lineOf(element: ModelElement, room: string): string {
  const facts = [element.$type, idOf(element.$parent), room];
  for (const [property, value] of ownValuesOf(element)) {
    const fact = property === 'name' || property === 'text' ? '' : factOf(element, value);
    if (fact !== '') facts.push(`${property}=${fact}`);
  }
  return facts.join(' ');
}

/** The room that a label takes: most tasks have the same size whatever their label is. */
function processRoom(element: ModelElement): string {
  const size = sizeForText(element);
  return size ? `${size.width}x${size.height}` : '';
}

function sizeForText(element: ModelElement): Size | undefined {
  if (is(element, 'bpmn:Activity')) return activitySize(element);
  if (is(element, 'bpmn:TextAnnotation')) return noteSize(element.text);
  const name = element.get('name');
  return name === undefined ? undefined : labelSize(String(name));
}

/** A plain value, or the ids of what is referred to. Contained elements have lines of their own. */
function factOf(owner: ModelElement, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => factOf(owner, item)).join(',');
  if (typeof value !== 'object' || value === null) return String(value);
  const element = value as ModelElement;
  return element.$parent === owner ? '' : idOf(element);
}

function idOf(element: ModelElement | undefined): string {
  return String(element?.get('id') ?? '');
}
