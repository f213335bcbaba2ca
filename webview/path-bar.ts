import type { Drawn } from './drawing-services.ts';
import type { Planes } from './planes.ts';

/** Shows in `bar` the way from the whole diagram to the sub-process that is visible; nothing while that is the whole. */
export function showPath(bar: HTMLElement, planes: Planes): void {
  planes.onChanged(() => {
    const path = planes.path();
    const last = path.length - 1;
    if (last < 1 && bar.hidden) {
      return;
    }
    bar.hidden = last < 1;
    bar.replaceChildren(...path.map((plane, i) => (i === last ? here(plane) : button(plane, planes))));
  });
}

function button(plane: Drawn, planes: Planes): HTMLElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = nameOf(plane);
  button.title = `Back to ${nameOf(plane)}`;
  button.addEventListener('click', () => planes.show(plane));
  return button;
}

function here(plane: Drawn): HTMLElement {
  const name = document.createElement('span');
  name.setAttribute('aria-current', 'location');
  name.textContent = nameOf(plane);
  return name;
}

/** A plane is called like what it shows; a collaboration often has no name. */
function nameOf(plane: Drawn): string {
  return plane.businessObject.name || 'Whole diagram';
}
