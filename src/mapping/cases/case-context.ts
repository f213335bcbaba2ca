/** What all parts of the compilation of a file's cases share. */
import type { AstNode } from 'langium';
import type { Problem } from '../../base/problem.ts';
import { documentationOf, type Expression, idOf } from '../../language/index.ts';
import { append, type Cmmn, createElement, type ModelElement } from '../../model/index.ts';
import { DetailBook } from '../details.ts';
import { IdKeeper } from '../id-keeper.ts';
import type { Kept } from '../kept.ts';
import { SourceMapBuilder } from '../source-map.ts';
import { refer } from './case-references.ts';

export class CaseContext {
  readonly definitions: Cmmn.Definitions;
  readonly sources = new SourceMapBuilder();
  readonly problems: Problem[] = [];
  readonly ids: IdKeeper;
  readonly details: DetailBook = new DetailBook({
    context: this,
    refer: (owner, property, value) => refer(this, owner, property, value),
    partOf: (block, property) => (property.name === 'definitionRef' ? this.#planItems.get(block) : undefined),
  });
  readonly #emptyNames: ReadonlySet<string>;
  readonly #elements = new Map<AstNode, Cmmn.CMMNElement>();
  /** The plan item, or the discretionary item, of each line that has made a definition. */
  readonly #planItems = new Map<AstNode, Cmmn.DiscretionaryItem | Cmmn.PlanItem>();
  /** Keys in the layout file by element. */
  readonly #keys = new Map<ModelElement, string>();
  readonly #later: (() => void)[] = [];

  /** @param taken ids that the text gives; made ones keep clear of them */
  constructor(definitions: Cmmn.Definitions, kept: Kept, taken: Set<string>) {
    this.definitions = definitions;
    this.ids = new IdKeeper(kept.ids, taken);
    this.#emptyNames = kept.emptyNames ?? new Set();
  }

  /** Notes that `node` has become `element`. */
  bind(node: AstNode, element: Cmmn.CMMNElement): void {
    this.#elements.set(node, element);
    this.setKey(element, idOf(node));
    this.sources.add(element.id, node);
  }

  /** Notes the documentation, `with` and the vendor extensions of a node as those of `element`. */
  describe(node: AstNode, element: Cmmn.CMMNElement): void {
    const text = documentationOf(node);
    if (text !== undefined) append(element, 'documentation', createElement('cmmn:Documentation', { text }));
    this.details.note(node, element);
  }

  setPlanItem(node: AstNode, item: Cmmn.DiscretionaryItem | Cmmn.PlanItem): void {
    this.#planItems.set(node, item);
  }

  elementOf(node: AstNode | undefined): Cmmn.CMMNElement | undefined {
    return node && this.#elements.get(node);
  }

  planItemOf(node: AstNode | undefined): Cmmn.DiscretionaryItem | Cmmn.PlanItem | undefined {
    return node && this.#planItems.get(node);
  }

  /**
   * The name of an element by the label of its line. One line makes a plan item and its definition, a case and its plan model: all
   * have the label, unless the layout file keeps an empty name for one of them, which then has none.
   */
  name(element: Cmmn.CMMNElement & { name?: string | undefined }, key: string, label: string | undefined): void {
    const isEmpty = this.#emptyNames.has(key);
    if (label === undefined && isEmpty) element.name = '';
    else if (label !== undefined && !isEmpty) element.name = label;
  }

  /** Notes what the layout file calls an element. */
  setKey<T extends ModelElement>(element: T, key: string): T {
    if (key !== '') this.#keys.set(element, key);
    return element;
  }

  /** What the layout file calls an element. */
  keyOf(element: Cmmn.CMMNElement): string {
    return this.#keys.get(element) ?? element.id ?? '';
  }

  /** Keys in the layout file of all elements that have one. */
  get keys(): ReadonlyMap<ModelElement, string> {
    return this.#keys;
  }

  /** Gives a part that nothing refers to the id that the layout file keeps for it, if it keeps one. */
  keepId<T extends Cmmn.CMMNElement>(element: T, key: string): T {
    this.setKey(element, key);
    const id = this.ids.keptId(key);
    if (id !== undefined) element.id = id;
    return element;
  }

  /** @param key where the layout file keeps the expression's id */
  expression(expression: Expression, key: string): Cmmn.Expression {
    const element = this.keepId(createElement('cmmn:Expression', { body: expression.text }), key);
    if (expression.language !== undefined) element.language = expression.language;
    return element;
  }

  /** Work that needs every element of the file. */
  later(work: () => void): void {
    this.#later.push(work);
  }

  finish(): void {
    this.details.make();
    for (const work of this.#later) work();
    this.details.finish();
  }

  report(code: string, node: AstNode, message: string): void {
    this.problems.push({ severity: 'error', code, message, range: node.$cstNode?.range });
  }
}

/** The key of a node in the layout file. */
export function keyOf(node: AstNode): string {
  return idOf(node);
}
