/** Random case plan models as XML, for properties that hold for every drawing. */
import fc from 'fast-check';

const kinds = ['humanTask', 'task', 'caseTask', 'milestone', 'timerEventListener', 'userEvent', 'stage'] as const;
type Kind = (typeof kinds)[number];
const typeOf = (kind: Kind) => (kind === 'userEvent' ? 'userEventListener' : kind);

/** A plan item or discretionary item; a stage with what it holds. */
interface Item {
  readonly kind: Kind;
  readonly words: number;
  readonly isDiscretionary: boolean;
  readonly isMarked: boolean;
  /** Of a human task: what may be planned for it. */
  readonly planned: number;
  readonly entries: number;
  readonly exits: number;
  readonly items: readonly Item[];
}

/** What a criterion waits for; numbers are taken modulo what there is. */
interface OnPart {
  readonly source: number;
  readonly criterion: number;
  /** From an item of the criterion's own container, from any item, or a case file item. */
  readonly from: 'near' | 'anywhere' | 'file' | 'exit';
  readonly isUsual: boolean;
}

const words = fc.oneof({ weight: 8, arbitrary: fc.integer({ min: 0, max: 4 }) }, fc.integer({ min: 5, max: 30 }));

function items(depth: number, maxLength: number): fc.Arbitrary<readonly Item[]> {
  const kind = depth > 0 ? fc.constantFrom(...kinds) : fc.constantFrom(...kinds.filter((each) => each !== 'stage'));
  const few = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 2 }) },
    { weight: 1, arbitrary: fc.integer({ min: 3, max: 7 }) },
  );
  const item = fc.record({
    kind,
    words,
    isDiscretionary: fc.boolean().map((flip) => flip && depth > 0),
    isMarked: fc.boolean(),
    planned: fc.integer({ min: 0, max: 2 }),
    entries: few,
    exits: fc.integer({ min: 0, max: 2 }),
  });
  const content = depth > 0 ? items(depth - 1, Math.min(6, maxLength)) : fc.constant([]);
  return fc.array(
    fc.tuple(item, content).map(([own, inner]) => ({ ...own, items: own.kind === 'stage' ? inner : [] })),
    { minLength: 1, maxLength, size: 'max' },
  );
}

/** A case with up to `most` items in its plan, stages in stages, and as many connectors as the tangle asks for. */
export function randomCase(most: number, connectors: number) {
  return fc.record({
    items: items(3, most),
    files: fc.array(words, { maxLength: 6 }),
    exits: fc.integer({ min: 0, max: 3 }),
    parts: fc.array(
      fc.record({
        source: fc.nat({ max: 999 }),
        criterion: fc.nat({ max: 999 }),
        from: fc.constantFrom('near', 'near', 'near', 'anywhere', 'file', 'exit'),
        isUsual: fc.boolean(),
      }) satisfies fc.Arbitrary<OnPart>,
      { maxLength: connectors, size: 'max' },
    ),
    notes: fc.array(fc.record({ on: fc.nat({ max: 999 }), words }), { maxLength: 3 }),
  });
}

export type RandomCase = ReturnType<typeof randomCase> extends fc.Arbitrary<infer T> ? T : never;

const vocabulary = ['Check', 'the', 'documents', 'of', 'claim', 'Responsibility', 'and', 'answer', 'customer', 'soon'];

function text(count: number, seed: number): string {
  return Array.from({ length: count }, (_, index) => vocabulary[(seed + index * 3) % vocabulary.length]).join(' ');
}

/** The case as a CMMN file. */
export function caseXml(model: RandomCase): string {
  return new CaseWriter(model).xml();
}

interface Place {
  readonly id: string;
  readonly container: string;
}

class CaseWriter {
  readonly #model: RandomCase;
  #count = 0;
  readonly #items: (Place & { readonly kind: Kind })[] = [];
  readonly #criteria: (Place & { readonly sentry: string; readonly isExit: boolean; readonly owner: string })[] = [];
  /** Sentries of each container. */
  readonly #sentries = new Map<string, { readonly id: string; parts: string }[]>();

  constructor(model: RandomCase) {
    this.#model = model;
  }

  xml(): string {
    const { items, files, exits, notes } = this.#model;
    const criteria = Array.from({ length: exits }, () => this.#criterion('plan', 'plan', true));
    const plan = this.#content('plan', items);
    this.#connect();
    const filled = plan.replace(/<sentries of="(\w+)"\/>/g, (_, id: string) => this.#sentriesOf(id));
    const fileItems = files.map(
      (count, index) => `<caseFileItem id="file${index}" name="${text(count, index)}" definitionRef="file"/>`,
    );
    const artifacts = notes.flatMap(({ on, words }, index) => {
      const target = this.#items[on % (this.#items.length + 1)]?.id ?? 'plan';
      return [
        `<textAnnotation id="note${index}"><text>${text(words + 1, on)}</text></textAnnotation>`,
        `<association id="tie${index}" sourceRef="${target}" targetRef="note${index}"/>`,
      ];
    });
    return `<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="http://example.com/cases">
<caseFileItemDefinition id="file"/>
<case id="case"><caseFileModel id="model">${fileItems.join('')}</caseFileModel>
<casePlanModel id="plan" name="A case of many kinds">${filled}${criteria.join('')}</casePlanModel></case>
${artifacts.join('\n')}
</definitions>`;
  }

  /** Plan items, sentries, planning table, definitions, in the order of the schema. */
  #content(container: string, items: readonly Item[]): string {
    const [planned, tabled, definitions]: [string[], string[], string[]] = [[], [], []];
    for (const item of items) {
      const { element, definition } = this.#item(container, item);
      (item.isDiscretionary ? tabled : planned).push(element);
      definitions.push(definition);
    }
    const table = tabled.length > 0 ? `<planningTable id="${container}-table">${tabled.join('')}</planningTable>` : '';
    return `${planned.join('')}<sentries of="${container}"/>${table}${definitions.join('\n')}`;
  }

  #item(container: string, item: Item): { element: string; definition: string } {
    const { kind, words, isDiscretionary, isMarked, planned, entries, exits } = item;
    const id = `${kind}${++this.#count}`;
    this.#items.push({ id, container, kind });
    const isListener = kind === 'timerEventListener' || kind === 'userEvent';
    const criteria = [
      ...Array.from({ length: isListener ? 0 : entries }, () => this.#criterion(id, container, false)),
      ...Array.from({ length: isListener || kind === 'milestone' ? 0 : exits }, () =>
        this.#criterion(id, container, true),
      ),
    ];
    const control = isMarked && !isListener ? '<itemControl><repetitionRule/></itemControl>' : '';
    const tag = isDiscretionary ? 'discretionaryItem' : 'planItem';
    const element = `<${tag} id="${id}" definitionRef="${id}-d">${control}${criteria.join('')}</${tag}>`;
    const head = `id="${id}-d" name="${text(words, this.#count)}"`;
    if (kind === 'stage') return { element, definition: `<stage ${head}>${this.#content(id, item.items)}</stage>` };
    if (kind !== 'humanTask' || planned === 0) return { element, definition: `<${typeOf(kind)} ${head}/>` };
    const own = Array.from({ length: planned }, () => `${id}-p${++this.#count}`);
    for (const each of own) this.#items.push({ id: each, container, kind: 'task' });
    const table = own.map((each) => `<discretionaryItem id="${each}" definitionRef="${each}-d"/>`).join('');
    const tasks = own.map((each) => `<task id="${each}-d" name="${text(words, this.#count)}"/>`).join('');
    return {
      element,
      definition: `<humanTask ${head}><planningTable id="${id}-table">${table}</planningTable></humanTask>${tasks}`,
    };
  }

  #criterion(owner: string, container: string, isExit: boolean): string {
    const id = `criterion${++this.#count}`;
    const sentry = `sentry${this.#count}`;
    this.#criteria.push({ id, container, sentry, isExit, owner });
    const sentries = this.#sentries.get(container) ?? [];
    sentries.push({ id: sentry, parts: '' });
    this.#sentries.set(container, sentries);
    return `<${isExit ? 'exitCriterion' : 'entryCriterion'} id="${id}" sentryRef="${sentry}"/>`;
  }

  /** A criterion waits for something once at most. */
  #connect(): void {
    const known = new Set<string>();
    const isNew = (key: string) => known.size < known.add(key).size;
    for (const { source, criterion: number, from, isUsual } of this.#model.parts) {
      const criterion = this.#criteria[number % Math.max(1, this.#criteria.length)];
      if (!criterion) return;
      const sentry = this.#sentries.get(criterion.container)?.find(({ id }) => id === criterion.sentry);
      const id = `part${++this.#count}`;
      if (from === 'file') {
        const { length } = this.#model.files;
        if (sentry && length > 0 && isNew(`${sentry.id} file${source % length}`))
          sentry.parts += `<caseFileItemOnPart id="${id}" sourceRef="file${source % length}"><standardEvent>update</standardEvent></caseFileItemOnPart>`;
        continue;
      }
      const others = this.#items.filter(
        ({ id: item, container }) =>
          item !== criterion.owner && (from === 'anywhere' || container === criterion.container),
      );
      const item = others[source % Math.max(1, others.length)];
      if (!sentry || !item || !isNew(`${sentry.id} ${item.id}`)) continue;
      const exit =
        from === 'exit' ? this.#criteria.find(({ owner, isExit }) => isExit && owner === item.id) : undefined;
      const isEvent = item.kind === 'milestone' || item.kind === 'timerEventListener' || item.kind === 'userEvent';
      const event = isUsual ? (isEvent ? 'occur' : 'complete') : isEvent ? 'suspend' : 'terminate';
      sentry.parts += `<planItemOnPart id="${id}" sourceRef="${item.id}"${exit ? ` exitCriterionRef="${exit.id}"` : ''}><standardEvent>${exit ? 'exit' : event}</standardEvent></planItemOnPart>`;
    }
  }

  #sentriesOf(container: string): string {
    const sentries = this.#sentries.get(container) ?? [];
    return sentries.map(({ id, parts }) => `<sentry id="${id}">${parts}</sentry>`).join('');
  }
}
