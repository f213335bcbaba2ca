import { runColor } from './run-colors.ts';

/** The number of an instance in its colour; a click on it (heard by who shows it) singles the instance out. The bar has the same for keys. */
export function runNumber(): { element: HTMLButtonElement; update(run: number): void } {
  const element = document.createElement('button');
  element.type = 'button';
  element.tabIndex = -1;
  const update = (run: number) => {
    element.className = run > 0 ? 'run' : 'run none';
    element.textContent = run > 0 ? String(run) : '+';
    element.dataset.run = String(run);
    element.title = run > 0 ? `Show instance ${run} alone` : 'A new instance';
    element.setAttribute('aria-label', run > 0 ? `Instance ${run}` : 'New');
    element.style.setProperty('--procedo-run', run > 0 ? runColor(run) : 'transparent');
  };
  return { element, update };
}

/** The instance whose number was clicked. */
export function clickedRun({ target }: Event): number | undefined {
  const mark = target instanceof Element ? target.closest<HTMLElement>('.run') : null;
  const run = Number(mark?.dataset.run ?? 0);
  return run > 0 ? run : undefined;
}

/** The instance that a line of a list is about; 0: none. */
export function runOf(line: Element): number {
  return Number(line.querySelector<HTMLElement>('.run')?.dataset.run ?? 0);
}
