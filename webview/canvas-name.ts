import type { Notation } from '../src/protocol/server.ts';

/** Names the picture that bpmn-js makes, for who does not see it: what takes the focus must have a name. */
export function nameCanvas(canvas: HTMLElement, notation: Notation): void {
  const svg = canvas.querySelector('svg');
  const kind = notation === 'cmmn' ? 'Case diagram' : 'Process diagram';
  svg?.setAttribute('role', 'application');
  svg?.setAttribute(
    'aria-label',
    `${kind}. Arrow keys move it, Control and arrow keys walk from element to element, Alt and arrow keys move an element, after L its label.`,
  );
}
