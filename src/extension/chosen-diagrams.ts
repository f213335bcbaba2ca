import type { Memento, Uri } from 'vscode';

const key = 'procedo.chosenDiagrams';

/** More files are not remembered: the oldest choice goes. */
const most = 200;

/** Which diagram of a file with several was looked at last, kept with the workspace. */
export class ChosenDiagrams {
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** The id of the diagram, '' for the first. */
  of(uri: Uri): string {
    return this.#all().find(([file]) => file === uri.toString())?.[1] ?? '';
  }

  remember(uri: Uri, diagram: string): void {
    const file = uri.toString();
    const others = this.#all().filter(([other]) => other !== file);
    void this.#memory.update(key, [...others, [file, diagram]].slice(-most));
  }

  #all(): (readonly [file: string, diagram: string])[] {
    return this.#memory.get(key, []);
  }
}
