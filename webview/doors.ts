import type { DrawingViewer, Drawn } from './drawing-services.ts';
import { labelText } from './drawing-services.ts';
import type { Planes } from './planes.ts';
import { svgElement } from './svg-element.ts';

/** The sign that bpmn-js draws in a collapsed sub-process: 14 by 14, this far from the bottom. With room for a finger. */
const sign = { width: 24, height: 22, bottom: 24 };

/** Makes the plus sign of each collapsed sub-process, behind which there is something, a button that steps into it. */
export class Doors {
  readonly #viewer: DrawingViewer;
  readonly #planes: Planes;
  readonly #buttons = new Map<Drawn, SVGElement>();

  constructor(viewer: DrawingViewer, planes: Planes) {
    this.#viewer = viewer;
    this.#planes = planes;
  }

  /** Brings the buttons in line with what is drawn. */
  update(): void {
    const registry = this.#viewer.get('elementRegistry');
    const [, ...inner] = this.#viewer.get('canvas').getRootElements();
    const shapes = inner.map(({ businessObject }) => registry.get(businessObject.id ?? ''));
    const doors = new Set(shapes.filter((shape) => shape !== undefined).filter((shape) => this.#planes.isDoor(shape)));
    for (const [shape, button] of this.#buttons) {
      // A shape that was drawn anew has other graphics.
      if (!doors.has(shape) || button.parentNode !== registry.getGraphics(shape)) {
        button.remove();
        this.#buttons.delete(shape);
      }
    }
    for (const shape of doors) {
      const button = this.#buttons.get(shape) ?? this.#add(shape);
      const x = Math.round(shape.width / 2 - sign.width / 2);
      button.setAttribute('transform', `translate(${x} ${shape.height - sign.bottom})`);
      button.setAttribute('aria-label', `Step into ${labelText(shape) || 'the sub-process'}`);
    }
  }

  #add(shape: Drawn): SVGElement {
    const frame = svgElement('rect', { width: sign.width, height: sign.height, rx: 3 });
    const button = svgElement('g', { class: 'procedo-door', role: 'button', tabindex: 0 }, [frame]);
    const stepInto = (event: Event) => {
      event.stopPropagation();
      event.preventDefault();
      this.#planes.stepInto(shape);
    };
    button.addEventListener('click', stepInto);
    button.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        stepInto(event);
      }
    });
    this.#viewer.get('elementRegistry').getGraphics(shape).append(button);
    this.#buttons.set(shape, button);
    return button;
  }
}
