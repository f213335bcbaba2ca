/** Random block-structured processes: whatever is decided in them, they can be completed. */
import fc from 'fast-check';
import { type Definitions, readModel } from '../../src/model/index.ts';
import { buildLinked, buildNet, type LinkedModel, type Net } from '../../src/semantics/index.ts';

export type Block =
  | { readonly kind: 'task' | 'timer' | 'items' | 'rounds' | 'case' }
  | { readonly kind: 'exclusive' | 'parallel' | 'inclusive' | 'race'; readonly branches: readonly (readonly Block[])[] }
  | { readonly kind: 'loop' | 'sub-process' | 'interrupted' | 'accompanied'; readonly body: readonly Block[] };

const { blocks } = fc.letrec<{ block: Block; blocks: readonly Block[] }>((tie) => {
  const branches = fc.array(tie('blocks'), { minLength: 2, maxLength: 3 });
  const body = tie('blocks');
  return {
    blocks: fc.array(tie('block'), { maxLength: 2 }),
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.record({ kind: fc.constantFrom('task', 'timer', 'items', 'rounds', 'case') }),
      fc.record({ kind: fc.constantFrom('exclusive', 'parallel', 'inclusive', 'race'), branches }),
      fc.record({ kind: fc.constantFrom('loop', 'sub-process', 'interrupted', 'accompanied'), body }),
    ),
  } as never;
});

export const blockModel: fc.Arbitrary<readonly Block[]> = blocks.filter((list) => list.length > 0);

/** The net of a process `P` with these blocks in a row. */
export function blockNet(list: readonly Block[]): Net {
  const { definitions } = readModel(blockXml(list));
  return buildNet([definitions as Definitions]);
}

/** The same to run with others: `case` blocks call a case `D`, if there is one. */
export function blockLinked(list: readonly Block[]): LinkedModel {
  return buildLinked([readModel(blockXml(list)).definitions as Definitions]);
}

export function blockXml(list: readonly Block[]): string {
  const writer = new Writer();
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><process id="P">${writer.content(list)}</process></definitions>`;
}

const timer = '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>';

class Writer {
  #count = 0;
  #parts: string[] = [];

  /** A scope with a start, the blocks and an end. */
  content(list: readonly Block[]): string {
    const outer = this.#parts;
    this.#parts = [];
    const end = this.#chain(this.#node('startEvent'), list);
    this.#flow(end, this.#node('endEvent'));
    const text = this.#parts.join('');
    this.#parts = outer;
    return text;
  }

  #node(type: string, inside = '', attributes = ''): string {
    const id = `${type}${++this.#count}`;
    this.#parts.push(`<${type} id="${id}"${attributes}>${inside}</${type}>`);
    return id;
  }

  #flow(from: string, to: string): void {
    this.#parts.push(`<sequenceFlow id="f${++this.#count}" sourceRef="${from}" targetRef="${to}"/>`);
  }

  #after(from: string, node: string): string {
    this.#flow(from, node);
    return node;
  }

  #chain(from: string, list: readonly Block[]): string {
    return list.reduce((at, block) => this.#block(at, block), from);
  }

  #block(from: string, block: Block): string {
    if ('branches' in block) return this.#split(from, block.kind, block.branches);
    if ('body' in block) return this.#around(from, block.kind, block.body);
    if (block.kind === 'case') return this.#after(from, this.#node('callActivity', '', ' calledElement="D"'));
    const inside = {
      task: '',
      timer: '',
      items:
        '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>',
      rounds: '<standardLoopCharacteristics loopMaximum="2"/>',
    }[block.kind];
    return this.#after(
      from,
      block.kind === 'timer' ? this.#node('intermediateCatchEvent', timer) : this.#node('userTask', inside),
    );
  }

  #split(from: string, kind: string, branches: readonly (readonly Block[])[]): string {
    const [first, last] =
      kind === 'race' ? ['eventBasedGateway', 'exclusiveGateway'] : [`${kind}Gateway`, `${kind}Gateway`];
    const split = this.#after(from, this.#node(first));
    const ends = branches.map((branch) =>
      this.#chain(kind === 'race' ? this.#after(split, this.#node('intermediateCatchEvent', timer)) : split, branch),
    );
    const join = this.#node(last);
    for (const end of ends) this.#flow(end, join);
    return join;
  }

  #around(from: string, kind: string, body: readonly Block[]): string {
    if (kind === 'loop') {
      const merge = this.#after(from, this.#node('exclusiveGateway'));
      const split = this.#after(this.#chain(merge, body), this.#node('exclusiveGateway'));
      this.#flow(split, merge);
      return split;
    }
    if (kind === 'sub-process') return this.#after(from, this.#node('subProcess', this.content(body)));
    const task = this.#after(from, this.#node('userTask'));
    const event = this.#node(
      'boundaryEvent',
      timer,
      ` attachedToRef="${task}" cancelActivity="${kind === 'interrupted'}"`,
    );
    const end = this.#chain(event, body);
    if (kind === 'accompanied') {
      this.#flow(end, this.#node('endEvent'));
      return task;
    }
    const join = this.#after(task, this.#node('exclusiveGateway'));
    this.#flow(end, join);
    return join;
  }
}
