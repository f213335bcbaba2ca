import type { Play } from '../../src/simulation/index.ts';

/** Where a run that is played stops: the break points of the text, and those that were set on the picture. */
export class BreakPoints {
  /** Ids of the elements that have one in the text. */
  #inText: readonly string[] = [];

  /** Those of the text are these now, in place of those that were named before. */
  replace(play: Play | undefined, inText: readonly string[]): void {
    for (const id of this.#inText) play?.breakpoints.delete(id);
    for (const id of inText) play?.breakpoints.add(id);
    this.#inText = inText;
  }

  /** A run that was read anew stops there too. */
  carryOver(play: Play): void {
    for (const id of this.#inText) play.breakpoints.add(id);
  }

  /** Sets one, or removes it. @returns whether it is set now */
  toggle({ breakpoints }: Play, id: string): boolean {
    if (!breakpoints.delete(id)) breakpoints.add(id);
    return breakpoints.has(id);
  }
}
