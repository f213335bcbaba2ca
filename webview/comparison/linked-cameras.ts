import type { Waypoint } from '../moddle.ts';
import type { Side } from './side.ts';

/** Labels are read with ease at this scale: a change that is walked to from the whole is shown so large. */
const readable = 0.7;

/** Keeps two sides together: where one is moved or zoomed, the other goes along, at the distance that they have. */
export class LinkedCameras {
  readonly #sides: readonly [Side, Side];
  /** From a place in the first drawing to the same place in the second. */
  #shift: Waypoint = { x: 0, y: 0 };
  #isFollowing = false;
  /** Whether both are shown as they were fitted, and nobody has moved them since. */
  #isWhole = false;

  constructor(before: Side, after: Side) {
    this.#sides = [before, after];
    before.diagram.camera.onMoved(() => this.#follow(before, after, 1));
    after.diagram.camera.onMoved(() => this.#follow(after, before, -1));
  }

  /** Shows the beginning of both, as large as both can be read. */
  fit(): void {
    const [before, after] = this.#sides;
    this.#alone(() => {
      for (const { diagram } of this.#sides) diagram.camera.fitReadable();
      const wider = before.view.width > after.view.width ? before.view : after.view;
      this.#shift = { x: 0, y: 0 };
      before.view = wider;
      after.view = wider;
    });
    this.#isWhole = true;
  }

  /** Puts a place of each drawing in the middle, so large that it can be read unless somebody has chosen the size, so that one can look from one to the other; a place that only one has takes the other along. */
  center(inBefore: Waypoint | undefined, inAfter: Waypoint | undefined): void {
    const [before, after] = this.#sides;
    if (inBefore && inAfter) this.#shift = { x: inAfter.x - inBefore.x, y: inAfter.y - inBefore.y };
    const place = inBefore ?? (inAfter && { x: inAfter.x - this.#shift.x, y: inAfter.y - this.#shift.y });
    if (!place) return;
    this.#alone(() => {
      const { view: seen, diagram } = inBefore ? before : after;
      const larger = this.#isWhole ? Math.max(1, readable / diagram.camera.scale) : 1;
      const [width, height] = [seen.width / larger, seen.height / larger];
      const view = { x: place.x - width / 2, y: place.y - height / 2, width, height };
      before.view = view;
      after.view = { ...view, x: view.x + this.#shift.x, y: view.y + this.#shift.y };
    });
    this.#isWhole = false;
  }

  #follow(moved: Side, other: Side, direction: 1 | -1): void {
    if (this.#isFollowing) return;
    this.#isWhole = false;
    this.#alone(() => {
      const { x, y, width, height } = moved.view;
      other.view = { x: x + direction * this.#shift.x, y: y + direction * this.#shift.y, width, height };
    });
  }

  /** What happens meanwhile moves only what it moves. */
  #alone(action: () => void): void {
    this.#isFollowing = true;
    action();
    this.#isFollowing = false;
  }
}
