/** Texts of Mermaid's `bpmn-beta` without a mistake. */
import fc from 'fast-check';

const label = fc.oneof(
  fc.constantFrom(
    'Check',
    'Check the order',
    'Größe',
    '注文',
    'end',
    '#quot;so#quot;',
    'a --#gt; b',
    'one<br/>two',
    ' ',
    '50%% & more',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/["\n\r]/g, '')),
);

const step = fc.constantFrom(
  ...[
    'task',
    'user task',
    'service task',
    'receive task',
    'send task',
    'manual task',
    'script task',
    'rule task',
    'call',
  ],
  ...['xor', 'and', 'or', 'event-gateway', 'complex', 'start', 'start message', 'start timer', 'start multiple'],
  ...[
    'intermediate signal',
    'intermediate link',
    'intermediate conditional',
    'throw',
    'throw link',
    'throw escalation',
  ],
  ...['end', 'end error', 'end terminate', 'end multiple', 'intermediate parallel-multiple'],
);
const data = fc.constantFrom('data', 'data-collection', 'data-store', 'data-input', 'data-output', 'note');
const boundary = fc.constantFrom('boundary timer', 'boundary error', 'boundary compensation', 'boundary multiple');

/** What stands in a process, before its ids are counted. */
interface Part {
  readonly words: string;
  readonly label: string;
  readonly inside: readonly Part[];
}

const leaf: fc.Arbitrary<Part> = fc.record({ words: fc.oneof(step, data), label, inside: fc.constant([]) });
const handled: fc.Arbitrary<Part> = fc.record({
  words: fc.constantFrom('task', 'user task', 'call'),
  label,
  inside: fc.array(fc.record({ words: boundary, label, inside: fc.constant([]) }), { minLength: 1, maxLength: 2 }),
});
const nested: fc.Arbitrary<Part> = fc.record({
  words: fc.constant('subprocess'),
  label,
  inside: fc.array(fc.oneof(leaf, handled), { maxLength: 4 }),
});
const inGroup: fc.Arbitrary<Part> = fc.record({
  words: fc.constant('group'),
  label,
  inside: fc.array(fc.record({ words: step, label, inside: fc.constant([]) }), { minLength: 1, maxLength: 3 }),
});
const body = fc.array(fc.oneof({ weight: 4, arbitrary: leaf }, handled, nested, inGroup), {
  minLength: 1,
  maxLength: 6,
});
const lane: fc.Arbitrary<Part> = fc.record({ words: fc.constant('lane'), label, inside: body });
const process = fc.oneof(body, fc.array(lane, { minLength: 1, maxLength: 3 }));
const pool: fc.Arbitrary<Part> = fc.record({
  words: fc.constant('pool'),
  label,
  inside: fc.oneof(process, fc.constant([])),
});

/** A declared line: what it is, in which process or sub-process and in which pool. */
interface Declared {
  readonly id: string;
  readonly words: string;
  readonly scope: number;
  readonly pool: number;
}

class Printer {
  readonly lines: string[] = [];
  readonly declared: Declared[] = [];
  #scopes = 0;

  print(parts: readonly Part[], depth: number, scope: number, pool: number): void {
    for (const { words, label: text, inside } of parts) {
      const id = `${words.split(' ').at(-1)?.replace(/\W/g, '')}${this.declared.length}x`;
      // Two of one label could be taken for each other where models are compared.
      this.lines.push(`${'  '.repeat(depth)}${words} ${id} "${text} ${this.declared.length}"`);
      const isPool = words === 'pool';
      const own = isPool ? this.declared.length + 1 : pool;
      this.declared.push({ id, words, scope, pool: own });
      const opens = isPool || words === 'subprocess';
      if (opens) this.#scopes += 1;
      this.print(inside, depth + 1, opens ? this.#scopes : scope, own);
    }
  }
}

/** Arrows by which of the declared lines they join; those that may not be are left out. */
function arrowsOf(declared: readonly Declared[], joins: readonly (readonly [number, number, string])[]): string[] {
  const isStep = ({ words }: Declared) => !/^(?:pool|lane|group|data|note)/.test(words);
  return joins.flatMap(([first, second, text]) => {
    const from = declared[first % declared.length];
    const to = declared[second % declared.length];
    if (!from || !to || from === to) return [];
    const arrowLabel = text.replace(/[->%]/g, '').trim();
    if (isStep(from) && isStep(to) && from.scope === to.scope && !to.words.startsWith('boundary'))
      return [arrowLabel === '' ? `  ${from.id} --> ${to.id}` : `  ${from.id} -- ${arrowLabel} --> ${to.id}`];
    const isEnd = (one: Declared) => isStep(one) || one.words === 'pool';
    if (isEnd(from) && isEnd(to)) return from.pool === to.pool ? [] : [`  ${from.id} -.-> ${to.id}`];
    const isJoined = (one: Declared) => !['lane', 'group', 'pool'].includes(one.words);
    if (!isJoined(from) || !isJoined(to) || from.pool !== to.pool || from.scope !== to.scope) return [];
    return [`  ${from.id} ${first % 2 === 0 ? '..>' : '...'} ${to.id}`];
  });
}

/** A whole text, with pools or without. */
export const diagramText: fc.Arbitrary<string> = fc
  .record({
    title: fc.constantFrom('', '\ntitle Orders', '\naccDescr {\n  First line\n  second\n}', '\ntitle Größe #35;1;'),
    parts: fc.oneof(process, fc.array(pool, { minLength: 1, maxLength: 3 })),
    joins: fc.array(fc.tuple(fc.nat(40), fc.nat(40), label), { maxLength: 12 }),
  })
  .map(({ title, parts, joins }) => {
    const printer = new Printer();
    printer.print(parts, 1, 0, 0);
    return [`bpmn-beta LR${title}`, ...printer.lines, ...arrowsOf(printer.declared, joins), ''].join('\n');
  });
