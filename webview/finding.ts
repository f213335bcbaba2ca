import type { Diagram } from './diagram.ts';
import { Finder } from './finder.ts';
import type { Findable } from './search.ts';
import type { WholeModel } from './whole-model.ts';

/** What finding needs of the page. */
export interface FindingPage {
  /** The model that is drawn. */
  model(): WholeModel | undefined;
  /** Goes to an element that is drawn, and to its text. */
  goTo(id: string): void;
  showDiagram(id: string): void;
  closed(): void;
}

/** Finds elements by their labels in all diagrams of a document: those on the screen at once, those of the others when they have been read. */
export class Finding {
  readonly #diagram: Diagram;
  readonly #page: FindingPage;
  readonly #finder: Finder;
  /** What can be found in the diagrams that are not on the screen. */
  #elsewhere: readonly Findable[] = [];
  /** What was found in a diagram that is to be shown for it. */
  #wanted: { readonly id: string; readonly diagram: string } | undefined;

  constructor(root: HTMLElement, diagram: Diagram, page: FindingPage) {
    this.#diagram = diagram;
    this.#page = page;
    this.#finder = new Finder(root, {
      elements: () => [...diagram.findables(), ...this.#elsewhere],
      show: (found) => {
        if (!found.diagram) diagram.goTo(found.id);
      },
      open: (found) => this.#open(found),
      opened: () => void this.#lookElsewhere(),
      closed: () => page.closed(),
    });
  }

  open(): void {
    this.#finder.open();
  }

  /** Another picture is drawn, of this diagram of the document. */
  drawn(shown: string): void {
    this.#finder.refresh();
    if (this.#finder.isOpen) void this.#lookElsewhere();
    const wanted = this.#wanted;
    if (wanted?.diagram !== shown) return;
    this.#wanted = undefined;
    this.#page.goTo(wanted.id);
  }

  #open({ id, diagram }: Findable): void {
    this.#wanted = diagram && { id, diagram: diagram.id };
    if (diagram) this.#page.showDiagram(diagram.id);
    else this.#page.goTo(id);
  }

  /** Looks for what the other diagrams hold; the list follows. */
  async #lookElsewhere(): Promise<void> {
    const model = this.#page.model();
    if (!model) return;
    const known = new Set(this.#diagram.findables().map(({ id }) => id));
    const choices = await this.#diagram.choices(model.diagrams, model.xml);
    const shown = choices.some(({ id }) => id === model.shown) ? model.shown : choices[0]?.id;
    const others = choices.filter(({ id }) => id !== shown);
    const found = await this.#diagram.elsewhere.findables(others, { bpmn: model.xml, cmmn: model.caseXml });
    this.#elsewhere = found.filter(({ id }) => !known.has(id));
    this.#finder.refresh();
  }
}
