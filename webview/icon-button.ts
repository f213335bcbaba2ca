import { svgElement } from './svg-element.ts';

/** A button with words for who cannot see it. @param title also the tip */
export function button(title: string, action: (event: MouseEvent) => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.title = title;
  element.setAttribute('aria-label', title);
  element.addEventListener('click', action);
  return element;
}

/** The same with a sign. @param outline an SVG path in a box of 16 by 16 */
export function iconButton(title: string, outline: string, action: (event: MouseEvent) => void): HTMLButtonElement {
  const element = button(title, action);
  element.append(icon(outline));
  return element;
}

/** A line drawing in a box of 16 by 16. */
export function icon(outline: string): SVGElement {
  const svg = svgElement('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' });
  svg.append(svgElement('path', { d: outline }));
  return svg;
}
