import { commands, type Memento, type Uri, window } from 'vscode';
import { nameOf } from './telling.ts';

const key = 'procedo.editAsTextIsKnown';

/** Says of the first diagram that a window opens that it can be edited as text, until somebody has done so or wants to hear no more of it. */
export class EditAsTextOffer {
  readonly #memory: Memento;
  #isMade = false;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  async make(model: Uri): Promise<void> {
    if (this.#isMade || model.scheme !== 'file' || this.#memory.get(key, false)) return;
    this.#isMade = true;
    const [edit, never] = ['Edit as Text', "Don't Ask Again"];
    const message = `${nameOf(model)} can be edited as text: its diagram then follows what you write.`;
    const answer = await window.showInformationMessage(message, edit, never);
    if (answer !== undefined) await this.#memory.update(key, true);
    if (answer === edit) await commands.executeCommand('procedo.import', model);
  }
}
