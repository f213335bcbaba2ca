/**
 * Random small collaborations as people draw them: pools of blocks that mostly fit, with one thing or another that does not. All that an
 * analysis knows occurs in them: every gateway, events at and beside activities, ends of all kinds, items, calls, links, signals, messages.
 */
import fc from 'fast-check';

export type Part =
  | { readonly is: 'leaf'; readonly kind: string; readonly channel: number }
  | { readonly is: 'split'; readonly split: string; readonly join: string; readonly ways: readonly Row[] }
  | {
      readonly is: 'around';
      readonly kind: string;
      readonly event: string;
      readonly stops: boolean;
      readonly body: Row;
      readonly other: Row;
      readonly channel: number;
    };

export type Row = readonly Part[];

export interface Pool {
  /** Channel of the message that it begins by; none: by itself. */
  readonly start: number | undefined;
  readonly row: Row;
  /** A flow more, from one node to another of the outermost row; the last place stands for another start event. */
  readonly jump: readonly [number, number] | undefined;
}

const sending = ['send', 'send', 'throw'];
const leaves = [
  ...['task', 'task', 'task', 'items', 'unknown', 'rounds', 'timer', 'call', 'signal', 'heard', 'link', 'undone'],
  ...['end', 'end', 'terminate', 'error', 'escalation', 'send-end', 'compensation', 'cancel'],
  ...[...sending, 'receive', 'receive', 'catch'],
];
const messages = [...sending, 'receive', 'receive', 'catch', 'task', 'send-end'];
const joining = ['exclusive', 'exclusive', 'parallel', 'parallel', 'inclusive'];
const events = [
  'timer',
  'message',
  'message',
  'error',
  'escalation',
  'signal',
  'conditional',
  'compensation',
  'cancel',
];
const arounds = ['loop', 'sub', 'boundary', 'boundary', 'sub-boundary', 'event-sub', 'transaction', 'ad-hoc'];
const channel = fc.nat(3);

/** What a pool may be made of. */
interface Kinds {
  readonly leaves: readonly string[];
  readonly gateways: readonly string[];
  readonly splits: readonly string[];
  readonly arounds: readonly string[];
}

const all = { gateways: joining, splits: [...joining, 'race', 'implicit', 'conditional'], arounds };

function partsOf(kinds: Kinds, depth: number): fc.Arbitrary<Part> {
  const { part } = fc.letrec<{ part: Part; row: Row }>((tie) => ({
    row: fc.array(tie('part'), { maxLength: 2 }),
    part: fc.oneof(
      { maxDepth: depth, withCrossShrink: true, depthIdentifier: 'parts' },
      { weight: 3, arbitrary: fc.record({ is: fc.constant('leaf'), kind: fc.constantFrom(...kinds.leaves), channel }) },
      {
        weight: 2,
        arbitrary: gate(tie('row'), kinds),
      },
      {
        weight: 2,
        arbitrary: fc.record({
          is: fc.constant('around'),
          kind: fc.constantFrom(...kinds.arounds),
          event: fc.constantFrom(...events),
          stops: fc.boolean(),
          body: tie('row'),
          other: tie('row'),
          channel,
        }),
      },
    ) as fc.Arbitrary<Part>,
  }));
  return part;
}

function gate(row: fc.Arbitrary<Row>, { gateways, splits }: Kinds): fc.Arbitrary<Part> {
  const ways = fc.array(row, { minLength: 2, maxLength: 3 });
  const fitting = fc
    .record({ kind: fc.constantFrom(...gateways, ...splits.filter((split) => split === 'race')), ways })
    .map(({ kind, ways: each }) => ({
      is: 'split',
      split: kind,
      join: kind === 'race' ? 'exclusive' : kind,
      ways: each,
    }));
  const any = fc.record({
    is: fc.constant('split'),
    split: fc.constantFrom(...splits),
    join: fc.constantFrom(...gateways, 'implicit', 'none', 'none'),
    ways,
  });
  return fc.oneof({ weight: 3, arbitrary: fitting }, { weight: 1, arbitrary: any }) as fc.Arbitrary<Part>;
}

function poolOf(kinds: Kinds, depth: number, start: fc.Arbitrary<number | undefined>): fc.Arbitrary<Pool> {
  return fc.record({
    start,
    row: fc.array(partsOf(kinds, depth), { minLength: 1, maxLength: 3 }),
    jump: fc.option(fc.tuple(fc.nat(9), fc.nat(9)), { nil: undefined, freq: 4 }),
  });
}

const maybe = fc.option(channel, { nil: undefined, freq: 2 });

/** A process alone that is a workflow net: tasks, ends, exclusive and parallel gateways, and flows without a gateway. */
export const plainPool = fc.tuple(
  poolOf(
    {
      leaves: ['task', 'task', 'task', 'end'],
      gateways: ['exclusive', 'parallel'],
      splits: ['exclusive', 'parallel', 'implicit'],
      arounds: ['loop'],
    },
    3,
    fc.constant(undefined),
  ),
);
/** A process alone, of anything. */
export const lonePool = fc.tuple(poolOf({ ...all, leaves }, 3, fc.constant(undefined)));
/** Two or three pools that talk with each other. */
export const talkingPools: fc.Arbitrary<readonly Pool[]> = fc
  .tuple(
    poolOf({ ...all, leaves: messages }, 2, fc.constant(undefined)),
    poolOf({ ...all, leaves: messages }, 2, maybe),
    fc.option(poolOf({ ...all, leaves: messages }, 1, maybe), { nil: undefined }),
  )
  .map((pools) => pools.flatMap((pool) => pool ?? []));
/** The same of anything. */
export const mixedPools: fc.Arbitrary<readonly Pool[]> = fc.tuple(
  poolOf({ ...all, leaves: [...messages, ...leaves] }, 2, fc.constant(undefined)),
  poolOf({ ...all, leaves: [...messages, ...leaves] }, 2, maybe),
);
