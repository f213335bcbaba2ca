import type { Diagram } from './diagram.ts';
import type { Drawn } from './drawing-services.ts';
import { type Direction, neighbour } from './neighbour.ts';

/** How far an arrow key moves the picture, in px on the screen; five times that with Shift. */
const stride = 40;

const zoomStep = 1.2;

const directions: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
};

/** What the keys ask for beyond moving the picture. */
export interface KeyboardActions {
  /** Another element became the current one. */
  chosen(id: string): void;
  /** Step into this element, or open what it calls; false where it leads nowhere. */
  go(element: Drawn): boolean;
  /** Go to the text of this element. */
  open(id: string): void;
}

/**
 * Keys on the canvas: arrows move the picture, with Ctrl or Cmd they walk from element to element, `+` `-` zoom,
 * `0` fits, Enter goes to the text of the current element, Space steps into it or opens what it calls, Backspace steps out,
 * Escape lets go of it. Tab leaves, as everywhere.
 */
export function listenToKeys(canvas: HTMLElement, diagram: Diagram, actions: KeyboardActions): void {
  canvas.addEventListener('keydown', (event) => {
    if (press(event, diagram, actions)) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
}

/** Zooms by steps: 1 in, -1 out. */
export function zoomBy(diagram: Diagram, steps: number): void {
  diagram.camera.zoomTo(diagram.camera.scale * zoomStep ** steps);
}

function press(event: KeyboardEvent, diagram: Diagram, actions: KeyboardActions): boolean {
  const direction = directions[event.key];
  if (direction) {
    return event.ctrlKey || event.metaKey ? walk(direction, diagram, actions) : pan(direction, event.shiftKey, diagram);
  }
  if (event.ctrlKey || event.metaKey || event.altKey) {
    return false;
  }
  switch (event.key) {
    case '+':
    case '=':
      zoomBy(diagram, 1);
      return true;
    case '-':
      zoomBy(diagram, -1);
      return true;
    case '0':
      diagram.camera.fit();
      return true;
    case 'Enter':
      return open(diagram, actions);
    case ' ':
      return diagram.highlights.current !== undefined && actions.go(diagram.highlights.current);
    case 'Backspace':
      return stepOut(diagram, actions);
    case 'Escape':
      return letGo(diagram);
    default:
      return false;
  }
}

function pan(direction: Direction, isFast: boolean, diagram: Diagram): boolean {
  const distance = isFast ? 5 * stride : stride;
  const sideways = { left: distance, right: -distance, up: 0, down: 0 };
  const upright = { left: 0, right: 0, up: distance, down: -distance };
  diagram.camera.pan(sideways[direction], upright[direction]);
  return true;
}

function walk(direction: Direction, diagram: Diagram, actions: KeyboardActions): boolean {
  const all = diagram.elements();
  const next = diagram.highlights.current
    ? neighbour(diagram.highlights.current, direction, all)
    : all.find(({ waypoints }) => !waypoints);
  if (next) {
    actions.chosen(diagram.idOf(next));
  }
  return true;
}

function open(diagram: Diagram, actions: KeyboardActions): boolean {
  if (diagram.highlights.current) {
    actions.open(diagram.idOf(diagram.highlights.current));
  }
  return diagram.highlights.current !== undefined;
}

/** Without a current element the key is for who else hears it. */
function letGo({ highlights }: Diagram): boolean {
  const had = highlights.current !== undefined;
  highlights.select([]);
  return had;
}

function stepOut(diagram: Diagram, actions: KeyboardActions): boolean {
  const left = diagram.stepOut();
  if (left) {
    actions.chosen(diagram.idOf(left));
  }
  return true;
}
