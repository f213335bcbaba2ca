/** What the bar of a simulation asks for. */
export interface ControlActions {
  /** Plays, or stops playing. */
  play(): void;
  step(): void;
  back(): void;
  forward(): void;
  reset(): void;
  leave(): void;
  /** Times as fast as normal; 0: without movement. */
  speed(times: number): void;
}

/** Line drawings in a box of 16 by 16. */
const icons = {
  play: 'M4.5 3v10l8-5z',
  pause: 'M5 3v10M11 3v10',
  step: 'M3.5 3v10l6.5-5zM12 3v10',
  back: 'M12 4L6.5 8L12 12M4 4v8',
  forward: 'M4 4l5.5 4L4 12M12 4v8',
  reset: 'M12.5 6A5 5 0 1 0 13 9M13 3v3.5H9.5',
  leave: 'M4 4l8 8M12 4l-8 8',
} as const;

const speeds: readonly (readonly [number, string])[] = [
  [0.25, '¼ ×'],
  [0.5, '½ ×'],
  [1, '1 ×'],
  [2, '2 ×'],
  [4, '4 ×'],
  [8, '8 ×'],
  [16, '16 ×'],
  [0, 'no animation'],
];

/** The bar of a simulation: play, step, back, start over, speed, and a line that says how things are. */
export class Controls {
  readonly #play: HTMLButtonElement;
  readonly #back: HTMLButtonElement;
  readonly #forward: HTMLButtonElement;
  readonly #status = document.createElement('span');

  constructor(parent: HTMLElement, actions: ControlActions) {
    parent.setAttribute('role', 'toolbar');
    parent.setAttribute('aria-label', 'Simulation');
    this.#play = button('Play (Space)', icons.play, actions.play);
    this.#back = button('Step back (,)', icons.back, actions.back);
    this.#forward = button('Step forward again (Shift+.)', icons.forward, actions.forward);
    const speed = document.createElement('select');
    speed.title = 'Speed';
    speed.setAttribute('aria-label', 'Speed');
    for (const [times, name] of speeds) {
      const option = new Option(name, String(times), times === 1, times === 1);
      speed.append(option);
    }
    speed.addEventListener('change', () => actions.speed(Number(speed.value)));
    this.#status.className = 'status';
    this.#status.setAttribute('role', 'status');
    parent.append(
      button('Start over (r)', icons.reset, actions.reset),
      this.#back,
      this.#play,
      button('Step (.)', icons.step, actions.step),
      this.#forward,
      speed,
      this.#status,
      button('Leave the simulation (Escape)', icons.leave, actions.leave),
    );
  }

  show({
    isPlaying,
    canGoBack,
    canGoForward,
    status,
  }: {
    isPlaying: boolean;
    canGoBack: boolean;
    canGoForward: boolean;
    status: string;
  }): void {
    this.#play.title = isPlaying ? 'Pause (Space)' : 'Play (Space)';
    this.#play.setAttribute('aria-label', this.#play.title);
    this.#play.querySelector('path')?.setAttribute('d', isPlaying ? icons.pause : icons.play);
    this.#back.disabled = !canGoBack;
    this.#forward.disabled = !canGoForward;
    if (this.#status.textContent !== status) this.#status.textContent = status;
  }
}

function button(title: string, outline: string, action: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.title = title;
  element.setAttribute('aria-label', title);
  element.addEventListener('click', action);
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
  path.setAttribute('d', outline);
  svg.append(path);
  element.append(svg);
  return element;
}
