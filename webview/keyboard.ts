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

/** What the keys change, in a picture that can be changed. */
export interface KeyboardEdits {
  /** Move the current element, by steps to the right and down; false if it cannot be moved. */
  nudge(right: number, down: number): boolean;
  /** Take hold of the next label about the current element, or of the element itself; false if there is no current element. */
  nextLabel(): boolean;
}

/**
 * Keys on the canvas: arrows move the picture, with Ctrl or Cmd they walk from element to element, with Alt they move the current
 * element, or after `l` a label about it, `+` `-` zoom, `0` fits, Enter goes to the text of the current element, Space steps into it or opens what it calls, Backspace steps out,
 * Escape lets go of it. Tab leaves, as everywhere.
 */
export function listenToKeys(
  canvas: HTMLElement,
  diagram: Diagram,
  actions: KeyboardActions,
  edits?: KeyboardEdits,
): void {
  canvas.addEventListener('keydown', (event) => {
    if ((edits && edit(event, edits)) || press(event, diagram, actions)) {
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

function edit(event: KeyboardEvent, edits: KeyboardEdits): boolean {
  const direction = directions[event.key];
  if (direction) {
    return event.altKey && !event.ctrlKey && !event.metaKey && nudge(direction, event.shiftKey, edits);
  }
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
  return isPlain && event.key.toLowerCase() === 'l' && edits.nextLabel();
}

function nudge(direction: Direction, isFast: boolean, edits: KeyboardEdits): boolean {
  const steps = isFast ? 5 : 1;
  const right = { left: -steps, right: steps, up: 0, down: 0 };
  const down = { left: 0, right: 0, up: -steps, down: steps };
  return edits.nudge(right[direction], down[direction]);
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
