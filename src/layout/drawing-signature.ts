/**
 * What a drawing depends on, as a text: models with the same signature get the same drawing. Needs: a BPMN model. Leaves: a string
 * that names every element with its references and with the room that its label takes, but not the words of labels that
 * take no room of their own (those inside tasks), nor expressions, documentation and vendor extensions.
 */
import { allElements, type Definitions, type ModelElement } from '../model/index.ts';
import { labelSize, noteSize } from './sizes.ts';

/** Parts that no drawing shows. */
const undrawn = ['bpmn:Documentation', 'bpmn:Expression', 'bpmn:ExtensionElements', 'bpmndi:BPMNDiagram'];

export function drawingSignature(definitions: Definitions): string {
  const lines: string[] = [];
  for (const element of allElements(definitions)) {
    if (!undrawn.some((type) => isWithin(element, type))) lines.push(lineOf(element));
  }
  return lines.join('\n');
}

function isWithin(element: ModelElement, type: string): boolean {
  for (let around: ModelElement | undefined = element; around; around = around.$parent) {
    if (around.$instanceOf(type)) return true;
  }
  return false;
}

function lineOf(element: ModelElement): string {
  const facts = [element.$type, idOf(element.$parent)];
  for (const [property, value] of Object.entries(element)) {
    const fact = property === 'name' || property === 'text' ? roomOf(element, value) : factOf(element, value);
    if (fact !== '') facts.push(`${property}=${fact}`);
  }
  return facts.join(' ');
}

/** The room that a label takes; a task has the same size whatever its label is. */
function roomOf(element: ModelElement, text: unknown): string {
  if (element.$instanceOf('bpmn:Task') || element.$instanceOf('bpmn:CallActivity')) return '';
  const size = element.$instanceOf('bpmn:TextAnnotation') ? noteSize(String(text)) : labelSize(String(text));
  return size ? `${size.width}x${size.height}` : '';
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
