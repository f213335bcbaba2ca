/** What all parts of one compilation share: ids, problems, the source map, the flows, and which node became which element. */
import type { AstNode } from 'langium';
import type { Problem } from '../base/problem.ts';
import { documentationOf, type Expression, idOf } from '../language/index.ts';
import {
  append,
  type BaseElement,
  type Collaboration,
  createElement,
  type Definitions,
  type FlowNode,
  type FormalExpression,
  type Participant,
  type RootElement,
  type SequenceFlow,
} from '../model/index.ts';
import { refer } from './detail-references.ts';
import { DetailBook } from './details.ts';
import { FlowBook } from './flows.ts';
import { IdKeeper } from './id-keeper.ts';
import type { Kept } from './kept.ts';
import { SourceMapBuilder } from './source-map.ts';

export class CompileContext {
  readonly definitions: Definitions;
  readonly declared: ReadonlySet<AstNode>;
  readonly sources = new SourceMapBuilder();
  readonly problems: Problem[] = [];
  readonly flows: FlowBook = new FlowBook(this);
  readonly details: DetailBook = new DetailBook({
    context: this,
    refer: (owner, property, value) => refer(this, owner, property, value),
    partOf: (block, property) => (property.name === 'processRef' ? this.participantOf(block) : undefined),
  });
  /** Ids of the text that a lane has taken; the same word in a sub-process is a lane of its own. */
  readonly laneIds = new Set<string>();
  /** Work that needs every step's element: message flows, notes, data associations. Runs once, in order, at the end. */
  readonly #later: (() => void)[] = [];
  readonly #atEnd: (() => void)[] = [];
  readonly #elements = new Map<AstNode, BaseElement>();
  /** Keys in the layout file by element, where they are not the element's id. */
  readonly #keys = new Map<BaseElement, string>();
  readonly #participants = new Map<AstNode, Participant>();
  /** In the order of the text. */
  readonly collaborations: Collaboration[] = [];
  readonly #ids: IdKeeper;
  readonly #emptyNames: ReadonlySet<string>;
  readonly #arrivals: ReadonlyMap<string, number>;

  /**
   * @param kept what the layout file keeps
   * @param taken ids that the text gives; made ones keep clear of them
   * @param declared what stands at the top of the file
   */
  constructor(definitions: Definitions, kept: Kept, taken: Set<string>, declared: ReadonlySet<AstNode>) {
    this.definitions = definitions;
    this.declared = declared;
    this.#ids = new IdKeeper(kept.ids, taken);
    this.#emptyNames = kept.emptyNames ?? new Set();
    this.#arrivals = kept.arrivals ?? new Map();
  }

  /** The id of an element that the text writes: its own, or the one that the layout file keeps for a derived id. */
  id(node: AstNode): string {
    return this.#ids.id(node);
  }

  /** Ids of all elements that have one, by their keys in the layout file. */
  get idOfKey(): ReadonlyMap<string, string> {
    return this.#ids.idOfKey;
  }

  /** Gives a part that nothing refers to the id that the layout file keeps for it, if it keeps one. */
  keepId<T extends BaseElement>(element: T, key: string): T {
    this.#keys.set(element, key);
    const id = this.#ids.keptId(key);
    if (id !== undefined) element.id = id;
    return element;
  }

  /** Whether an element of the text has an id. */
  isTaken(id: string): boolean {
    return this.#ids.isTaken(id);
  }

  /** The id that the layout file keeps under a key. */
  keptId(key: string): string | undefined {
    return this.#ids.keptId(key);
  }

  /** Gives a made part that others may refer to its id: the one that the layout file keeps, else `made`. */
  identify<T extends BaseElement>(element: T, key: string, made: string): T {
    element.id = this.#ids.idFor(key, made);
    this.#keys.set(element, key);
    return element;
  }

  /** The place among the flows that arrive at its target that the layout file keeps for a flow. */
  arrivalOf(flow: SequenceFlow): number | undefined {
    return this.#arrivals.get(this.keyOf(flow));
  }

  /** Gives an element its label as its name, or the empty name that the layout file keeps. */
  name(element: BaseElement & { name?: string }, label: string | undefined): void {
    if (label !== undefined) element.name = label;
    else if (this.#emptyNames.has(this.keyOf(element))) element.name = '';
  }

  /** The kept id of a part, else `made`, else `made_2` … if that is taken. */
  idFor(key: string, made: string): string {
    return this.#ids.idFor(key, made);
  }

  /** Notes that `node` has become `element`. */
  bind(node: AstNode, element: BaseElement): void {
    this.#elements.set(node, element);
    this.#keys.set(element, idOf(node));
    this.sources.add(element.id, node);
    const documentation = documentationOf(node);
    if (documentation !== undefined) this.document(element, documentation);
    this.details.note(node, element);
  }

  /** Notes what `node` means without making it the node's own: `in clerk` after `lane clerk`, a flow between two elements. */
  alias(node: AstNode, element: BaseElement): void {
    this.#elements.set(node, element);
  }

  /** Gives a made element its key in the layout file: `complete/join`. */
  setKey(element: BaseElement, key: string): void {
    this.#keys.set(element, key);
    if (element.id !== undefined) this.#ids.note(key, element.id);
  }

  /** The key of a way between two elements: `check->complete`, or `check->complete#2` for the second between the two. */
  numbered(ends: string): string {
    return this.#ids.numbered(ends);
  }

  keyOf(element: BaseElement): string {
    return this.#keys.get(element) ?? element.id ?? '';
  }

  /** Keys in the layout file of all elements that have one. */
  get keys(): ReadonlyMap<BaseElement, string> {
    return this.#keys;
  }

  elementOf(node: AstNode | undefined): BaseElement | undefined {
    return node && this.#elements.get(node);
  }

  /** The flow node of a step, if it has become one. */
  stepElement(node: AstNode): FlowNode | undefined {
    const element = this.#elements.get(node);
    return element?.$instanceOf('bpmn:FlowNode') ? (element as FlowNode) : undefined;
  }

  addCollaboration(element: Collaboration): void {
    this.collaborations.push(element);
    this.addRoot(element);
  }

  /** Notes the pool that a `pool` line, or a process `as pool`, has become. */
  setParticipant(node: AstNode, participant: Participant): void {
    this.#participants.set(node, participant);
  }

  participantOf(node: AstNode): Participant | undefined {
    return this.#participants.get(node);
  }

  document(element: BaseElement, text: string): void {
    append(element, 'documentation', createElement('bpmn:Documentation', { text }));
  }

  /** @param key where the layout file keeps the expression's id */
  expression(expression: Expression, key: string): FormalExpression {
    const element = this.keepId(createElement('bpmn:FormalExpression', { body: expression.text }), key);
    if (expression.language !== undefined) element.language = expression.language;
    return element;
  }

  addRoot(element: RootElement): void {
    append(this.definitions, 'rootElements', element);
  }

  later(work: () => void): void {
    this.#later.push(work);
  }

  /** Work that needs the references of `with`. */
  atEnd(work: () => void): void {
    this.#atEnd.push(work);
  }

  /** Makes the flows and what `with` says, then runs what was put off; what that makes may have a `with` too. */
  finish(): void {
    this.flows.finish();
    this.details.make();
    for (const work of this.#later) work();
    this.details.finish();
    for (const work of this.#atEnd) work();
  }

  report(code: string, node: AstNode | undefined, message: string): void {
    this.problems.push({ severity: 'error', code, message, range: node?.$cstNode?.range });
  }
}
