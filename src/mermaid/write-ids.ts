/** What a text calls the elements that its arrows name. */
import { IdPool, idFromLabel } from '../language/index.ts';
import { type BaseElement, is } from '../model/index.ts';
import { isSpeaking } from '../printing/index.ts';
import { HANDLE } from './model-ids.ts';
import { isReserved } from './words.ts';

export class TextHandles {
  readonly #pool = new IdPool([]);
  readonly #ids = new Map<BaseElement, string>();

  /** The id of an element, made when it is first asked for. @param label what the text shows of it */
  of(element: BaseElement, label: string): string {
    const known = this.#ids.get(element);
    if (known !== undefined) return known;
    const base = baseOf(element, label);
    const id = this.#pool.fresh(isReserved(base) ? `${base}_` : base);
    this.#ids.set(element, id);
    return id;
  }
}

/** An id that somebody chose stays; in place of one that a tool made, or a letter or two, stands one that the label makes. */
function baseOf(element: BaseElement, label: string): string {
  const ids = [element.id, is(element, 'bpmn:Participant') ? element.processRef?.id : undefined];
  const own = ids.find((id) => id !== undefined && isSpeaking(id)) ?? element.id;
  const speaks = own !== undefined && isSpeaking(own);
  // A note is all label: `n2` is enough to name it by.
  if (is(element, 'bpmn:TextAnnotation') && (!speaks || /^note\d*$/.test(own))) return 'n';
  const suggested = idFromLabel(label);
  if (own !== undefined && (suggested === undefined || (speaks && !HANDLE.test(own) && /^[\w-]+$/.test(own))))
    return asIdentifier(own);
  return suggested ?? 'step';
}

/** With the letters that Mermaid takes: words of them, with single hyphens between. */
function asIdentifier(id: string): string {
  const plain = id.replace(/\W+/g, (other) => (other === '-' ? '-' : '_')).replace(/^-|-$/g, '_');
  return /^[A-Za-z_]/.test(plain) ? plain : `_${plain}`;
}
