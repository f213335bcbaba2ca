import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agendaOf, type Batch, batchesToTake } from '../../src/cli/agenda.ts';

const job = fc.record({
  folder: fc.constantFrom('/a', '/b', '/a/c'),
  name: fc.constantFrom('x', 'y', 'z.w'),
  ending: fc.constantFrom('.procedo', '.bpmn'),
  made: fc.constantFrom('/out/x', '/out/y', '/b/y', undefined),
});
const manyJobs = fc.array(
  job.map(({ folder, name, ending, made }) => ({
    path: `${folder}/${name}${ending}`,
    names: [`${folder}/${name}`, ...(made ? [made] : [])],
    made,
  })),
  { maxLength: 60 },
);

/** What three threads take that ask in turns, and go on by themselves when no turn is left. */
function takenInTurns(agenda: ReturnType<typeof agendaOf>, turns: readonly number[]): Batch[] {
  const threads = [0, 1, 2].map(() => batchesToTake(agenda));
  const taken: Batch[] = [];
  for (const turn of turns) {
    const next = threads[turn]?.next();
    if (next && !next.done) taken.push(next.value);
  }
  for (const thread of threads) taken.push(...thread);
  return taken;
}

test('every job is taken once, whoever asks when, and those of one name together, in their order', () => {
  const turns = fc.array(fc.nat(2), { maxLength: 80 });
  fc.assert(
    fc.property(manyJobs, fc.boolean(), turns, (jobs, areMade, turns) => {
      const taken = takenInTurns(agendaOf(jobs, areMade ? ({ made }) => made : undefined), turns);
      expect(taken.flat().sort((a, b) => a - b)).toEqual(jobs.map((_, at) => at));
      for (const batch of taken) expect(batch).toEqual([...batch].sort((a, b) => a - b));
      if (!areMade) return;
      const batchOf = new Map(taken.flatMap((batch) => batch.map((at) => [at, batch] as const)));
      for (const [at, { names }] of jobs.entries())
        for (const [other, { names: others }] of jobs.entries())
          if (names.some((name) => others.includes(name))) expect(batchOf.get(other)).toBe(batchOf.get(at));
    }),
  );
});

test('a thread stays in a folder whose texts it knows, and begins with the largest', () => {
  const folders = { '/small': 2, '/large': 5, '/middle': 3 };
  const jobs = Object.entries(folders).flatMap(([folder, count]) =>
    Array.from({ length: count }, (_, n) => ({ path: `${folder}/${n}.procedo` })),
  );
  const takes = [...batchesToTake(agendaOf(jobs))].map(([at = 0]) => jobs[at]?.path.replace(/\/\d.*/, ''));
  expect([...new Set(takes)]).toEqual(['/large', '/middle', '/small']);
});
