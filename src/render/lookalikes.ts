import { is, type ModelElement, ownPropertyOf } from '../model/index.ts';
import { DrawingCopy, Original } from './dom/copies.ts';
import type { DrawingDocument } from './dom/document.ts';
import { DrawingElement } from './dom/element.ts';
import type { LabelOptions, PictureTexts } from './picture-texts.ts';

/** A shape, with what the importer says of it. */
interface Shape {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly businessObject: ModelElement;
  readonly di: ModelElement;
}

/** What is drawn in a shape, in order; the label is another one in each. */
type Part = Original | Label;

interface Label {
  readonly label: LabelOptions;
}

/** What bpmn-js draws by the size, the marker, the label and the colours alone, unless one of `peculiar` is there. */
const types: ReadonlySet<string> = new Set([
  'bpmn:Task',
  'bpmn:UserTask',
  'bpmn:ServiceTask',
  'bpmn:ScriptTask',
  'bpmn:SendTask',
  'bpmn:ManualTask',
  'bpmn:BusinessRuleTask',
  'bpmn:ExclusiveGateway',
  'bpmn:ParallelGateway',
  'bpmn:InclusiveGateway',
  'bpmn:ComplexGateway',
]);

/** Properties that bpmn-js draws signs for. */
const peculiar = ['isForCompensation', 'loopCharacteristics'];

/**
 * Draws what looks the same once. Most shapes of a picture are tasks and gateways that differ by their labels: bpmn-js draws the first of
 * each look, those that follow get copies, with their own label written as the first one is.
 */
export class Lookalikes {
  readonly #document: DrawingDocument;
  readonly #texts: PictureTexts;
  readonly #looks = new Map<string, readonly Part[]>();

  constructor(document: DrawingDocument, texts: PictureTexts) {
    this.#document = document;
    this.#texts = texts;
  }

  /** @param draw what draws the shape into its group, where nothing looks like it yet */
  draw(group: DrawingElement, shape: Shape, draw: () => void): void {
    const look = lookOf(shape);
    if (look === undefined) {
      draw();
      return;
    }
    const parts = this.#looks.get(look);
    if (parts) this.#repeat(group, parts, ownPropertyOf(shape.businessObject, 'name'));
    else {
      draw();
      this.#looks.set(look, this.#partsOf(group));
    }
  }

  #repeat(group: DrawingElement, parts: readonly Part[], name: unknown): void {
    for (const part of parts) {
      if (part instanceof Original) group.appendChild(new DrawingCopy(this.#document, part));
      else {
        const text = group.appendChild(this.#texts.createText(typeof name === 'string' ? name : '', part.label));
        text.className = labelClass;
      }
    }
  }

  #partsOf(group: DrawingElement): readonly Part[] {
    const parts: Part[] = [];
    let beside: DrawingElement[] = [];
    const end = () => {
      if (beside.length > 0) parts.push(new Original(beside));
      beside = [];
    };
    for (let child = group.firstChild; child; child = child.nextSibling) {
      if (!(child instanceof DrawingElement)) continue;
      if (child.className === labelClass && this.#texts.last) {
        end();
        parts.push({ label: this.#texts.last });
      } else beside.push(child);
    }
    end();
    return parts;
  }
}

const labelClass = 'djs-label';

/** The same text for shapes that are drawn the same but for their label; undefined for what may look like nothing else. */
function lookOf({ type, width, height, businessObject, di }: Shape): string | undefined {
  if (!types.has(type) || peculiar.some((name) => ownPropertyOf(businessObject, name) !== undefined)) return undefined;
  // Colours are attributes of vendors'.
  const label = di.get('label');
  if (saysMore(di) || (is(label, 'bpmndi:BPMNLabel') && saysMore(label))) return undefined;
  return `${type} ${width} ${height} ${di.get('isMarkerVisible')}`;
}

function saysMore({ $attrs }: ModelElement): boolean {
  for (const _name in $attrs) return true;
  return false;
}
