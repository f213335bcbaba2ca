/**
 * Which ids stand in the text. An id that speaks does, unless the label gives it; one that a tool made goes to the layout file, under the
 * id that the text gives the element instead, unless something refers to it and there is no label to name it by.
 */
import { IdPool, idFromLabel, isXmlName } from '../language/index.ts';
import { is, type ModelElement } from '../model/index.ts';
import { hasSpeakingId } from './made-ids.ts';
import { isSpeaking } from './speaking-id.ts';
import { eachWord, isName, isReference, type Name, type Statement } from './tree.ts';

/** The ids of a text. */
export interface TextIds {
  /** What the text calls an element; undefined for one that it has no id for. */
  idOf(element: ModelElement): string | undefined;
  /** Whether the id is written where the element stands. */
  isWritten(element: ModelElement): boolean;
  /** Whether it is the place where the text first speaks of its element. */
  isFirst(name: Name): boolean;
  /** Elements that the text refers to and has no id for. */
  readonly missing: readonly ModelElement[];
  /** Ids of the model by those of the text, where they differ. */
  readonly kept: ReadonlyMap<string, string>;
}

/** Gives all elements that a text names their ids, as `idsOf` of the language will find them when it reads the text. */
export function chooseIds(statements: readonly Statement[]): TextIds {
  const names: Name[] = [];
  const referred = new Set<ModelElement>();
  eachWord(statements, (word) => {
    if (isName(word)) names.push(word.name);
    else if (isReference(word)) referred.add(word.to);
  });
  return new Chooser(names, referred).choose();
}

type LaneName = NonNullable<Name['lane']>;

class Chooser {
  readonly #names: readonly Name[];
  /** The places where elements are declared; a lane is spoken of more than once. */
  readonly #firsts: readonly Name[];
  readonly #referred: ReadonlySet<ModelElement>;
  /** The ids that are written, by their elements. */
  readonly #written = new Map<ModelElement, string>();
  readonly #writtenIds = new Set<string>();

  constructor(names: readonly Name[], referred: ReadonlySet<ModelElement>) {
    this.#names = names;
    const seen = new Set<ModelElement>();
    this.#firsts = names.filter(({ element }) => !seen.has(element) && seen.add(element));
    this.#referred = referred;
  }

  choose(): TextIds {
    const counts = new Map<string, number>();
    // What is named after its host is not mistaken for what is named after another.
    for (const { base, host } of this.#firsts)
      if (base !== undefined && !host) counts.set(base, (counts.get(base) ?? 0) + 1);
    for (const name of this.#firsts) if (this.#isToWrite(name, counts)) this.#write(name.element);
    for (const name of this.#firsts) if (this.#isNameless(name)) this.#writeAnother(name);
    for (;;) {
      const ids = this.#derive();
      // A written id may take the id that the label of another would have given.
      const speaking = this.#firsts.filter(({ element, base, lane }) => {
        const id = idOf(element);
        if (base === undefined || lane || id === undefined || this.#written.has(element)) return false;
        return hasSpeakingId(element, id) && ids.get(element) !== id && this.#canWrite(id);
      });
      if (speaking.length === 0) return this.#result(ids);
      for (const { element } of speaking) this.#write(element);
    }
  }

  #isToWrite({ element, base, host, lane, isLabelled, kept }: Name, counts: ReadonlyMap<string, number>): boolean {
    const id = idOf(element);
    if (id === undefined || !this.#canWrite(id)) return false;
    const isAlone = host !== undefined || (base !== undefined && counts.get(base) === 1);
    const suggested = base !== undefined && isAlone && (isLabelled ?? hasLabel(element));
    if (base === undefined) return this.#referred.has(element) || isWrittenAlone(element, id, kept);
    if (id === base && suggested) return false;
    // The language wants a name or a label for these.
    if (!hasLabel(element) && isNamedAlways(element)) return true;
    // `start` has the id `start`; where another takes it, it is written later.
    if (id === base && !lane) return false;
    // Engines and other files know these by their ids.
    if (KNOWN_BY_ID.some((type) => is(element, type)) && !(suggested && isPicture(element, id))) return true;
    if (lane?.label) return (isSpeaking(id) && !suggested) || this.#hasTwin(element, lane);
    return hasSpeakingId(element, id) || lane !== undefined || (this.#referred.has(element) && !suggested);
  }

  /** Whether its lane set has another lane of that label: only written ids tell the two apart. */
  #hasTwin(element: ModelElement, { label }: LaneName): boolean {
    return this.#names.some(
      ({ element: other, lane }) => other !== element && other.$parent === element.$parent && lane?.label === label,
    );
  }

  #canWrite(id: string): boolean {
    return isXmlName(id) && !this.#writtenIds.has(id);
  }

  #write(element: ModelElement): void {
    const id = idOf(element);
    if (id === undefined || !this.#canWrite(id)) return;
    this.#written.set(element, id);
    this.#writtenIds.add(id);
  }

  /** Whether the language wants a name or a label, and the id is none: it is that of another, too, or no name to XML. */
  #isNameless({ element, base }: Name): boolean {
    return base !== undefined && !this.#written.has(element) && !hasLabel(element) && isNamedAlways(element);
  }

  #writeAnother({ element, base = '' }: Name): void {
    const id = new IdPool(this.#writtenIds).fresh(idFromLabel(idOf(element) ?? '') ?? base);
    this.#written.set(element, id);
    this.#writtenIds.add(id);
  }

  /** As `idTable` of the language: written ids first, then those of lanes, then the others in the order of the text. */
  #derive(): Map<ModelElement, string> {
    const pool = new IdPool(this.#writtenIds);
    const ids = new Map<ModelElement, string>();
    for (const [element, id] of this.#written) ids.set(element, id);
    this.#deriveLanes(ids, pool);
    for (const { element, base, host, lane } of this.#names) {
      if (base === undefined || lane || ids.has(element)) continue;
      ids.set(element, pool.fresh(host ? handlerBase(ids.get(host) ?? '', base) : base));
    }
    return ids;
  }

  /** Lanes of one label within a process share an id: that of the one which has it written, else one that is made for all of them. */
  #deriveLanes(ids: Map<ModelElement, string>, pool: IdPool): void {
    const byLabel = new Map<ModelElement, Map<string, string>>();
    const labelled = (body: ModelElement) => byLabel.get(body) ?? new Map<string, string>();
    const note = ({ body, label = '' }: LaneName, id: string) => byLabel.set(body, labelled(body).set(label, id));
    for (const { element, lane } of this.#names) {
      const id = ids.get(element);
      if (lane?.label && id !== undefined) note(lane, id);
    }
    for (const { element, lane } of this.#names) {
      if (!lane || ids.has(element)) continue;
      const { body, label = '' } = lane;
      const id = labelled(body).get(label) ?? pool.fresh(idFromLabel(label) ?? 'lane');
      note(lane, id);
      ids.set(element, id);
    }
  }

  #result(ids: ReadonlyMap<ModelElement, string>): TextIds {
    const kept = new Map<string, string>();
    for (const [element, id] of ids) {
      const own = idOf(element);
      if (own !== undefined && own !== id) kept.set(id, own);
    }
    const firsts = new Set(this.#firsts);
    return {
      idOf: (element) => ids.get(element),
      isWritten: (element) => this.#written.has(element),
      isFirst: (name) => firsts.has(name),
      missing: [...this.#referred].filter((element) => !ids.has(element)),
      kept,
    };
  }
}

/** `user remind` with `on timer …`: remindTimer. */
function handlerBase(host: string, trigger: string): string {
  return host ? host + trigger : `on${trigger}`;
}

/** Data, pools, roles and root elements but for collaborations have a name or a label. */
const NAMED = [
  ...['bpmn:RootElement', 'bpmn:Participant', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'],
  ...['bpmn:DataInput', 'bpmn:DataOutput'],
  ...['cmmn:CaseFileItemDefinition', 'cmmn:CaseFileItem', 'cmmn:Role'],
];

function isNamedAlways(element: ModelElement): boolean {
  return !is(element, 'bpmn:Collaboration') && NAMED.some((type) => element.$instanceOf(type));
}

/** What engines, other files and tasks of cases name by its id. */
const KNOWN_BY_ID = ['bpmn:Process', 'cmmn:Case', 'cmmn:Process', 'cmmn:Decision'] as const;

/** A process that no engine runs, with an id that a tool made: nobody calls it by that. */
function isPicture(element: ModelElement, id: string): boolean {
  return is(element, 'bpmn:Process') && element.isExecutable !== true && !isSpeaking(id);
}

/** Whether what has an id only where it is written has one although nothing refers to it. */
function isWrittenAlone(element: ModelElement, id: string, kept: Name['kept']): boolean {
  return kept === undefined
    ? hasSpeakingId(element, id) || isAlwaysWritten(element)
    : kept !== 'always' && hasSpeakingId(element, id);
}

/** Parts in `with` have no other place for their id than the text. */
function isAlwaysWritten(element: ModelElement): boolean {
  return !element.$instanceOf('bpmn:SequenceFlow');
}

function hasLabel(element: ModelElement): boolean {
  const name = element.get('name');
  return typeof name === 'string' && idFromLabel(name) !== undefined;
}

export function idOf(element: ModelElement): string | undefined {
  const id = element.get('id');
  return typeof id === 'string' ? id : undefined;
}
