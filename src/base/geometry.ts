/** A point in diagram coordinates: px, y downwards. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A box in diagram coordinates: upper left corner and size in px. */
export interface Bounds extends Point {
  readonly width: number;
  readonly height: number;
}
