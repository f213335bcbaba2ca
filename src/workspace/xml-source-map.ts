import { comparePositions, type Position, type Range } from '../base/range.ts';
import type { SourceMap } from '../mapping/index.ts';
import { allElements, type Cmmn, type Definitions, type ModelElement, sourceOf } from '../model/index.ts';

/** Where the elements of an XML file stand: elements know their start tags. Made when it is first asked. */
export class XmlSourceMap implements SourceMap {
  readonly #definitions: Definitions | Cmmn.Definitions;
  #elements: readonly Placed[] | undefined;

  constructor(definitions: Definitions | Cmmn.Definitions) {
    this.#definitions = definitions;
  }

  /** The start tag. */
  rangeOf(id: string): Range | undefined {
    return this.#placed().find((placed) => placed.id === id)?.range;
  }

  /** The element whose start tag is the last before the place, and those around it. A drawn shape stands for what it shows. */
  idsAt(position: Position): string[] {
    const before = this.#placed().filter((placed) => comparePositions(placed.range.start, position) <= 0);
    const ids: string[] = [];
    for (let element: ModelElement | undefined = before.at(-1)?.element; element; element = element.$parent) {
      const shown = (element.get('bpmnElement') ?? element.get('cmmnElementRef')) as ModelElement | undefined;
      const id = (shown ?? element).get('id');
      if (typeof id === 'string' && !ids.includes(id)) ids.push(id);
    }
    return ids;
  }

  #placed(): readonly Placed[] {
    this.#elements ??= [...allElements(this.#definitions)].flatMap((element) => {
      const range = sourceOf(element);
      return range ? [{ id: element.get('id'), range, element }] : [];
    });
    return this.#elements;
  }
}

interface Placed {
  readonly id: unknown;
  readonly range: Range;
  readonly element: ModelElement;
}
