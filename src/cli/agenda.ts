/** Which jobs belong together, and how threads take them. */
import { dirname } from 'node:path';
import { textEndings } from '../base/file-endings.ts';
import { type FileJob, worthAThread } from './work.ts';

/** Jobs by their numbers, which one thread does in this order. */
export type Batch = readonly number[];

/** What is to be done. A plain value that all threads have, with counters that they share. */
export interface Agenda {
  /**
   * The batches by what a thread has to know for them: texts of a folder share their names, so the first of them that a thread
   * opens makes it read all. What stands alone comes first, then the folders, the largest first.
   */
  readonly homes: readonly (readonly Batch[])[];
  /** How many homes are begun, and of each how many batches. */
  readonly begun: Int32Array<SharedArrayBuffer>;
}

/** @param writes what a job writes that others may read or write too; left out where there is no such thing */
export function agendaOf<Job extends FileJob>(jobs: readonly Job[], writes?: (job: Job) => string | undefined): Agenda {
  const batches = writes ? batchesOf(jobs, writes) : jobs.map((_, at) => [at]);
  const folders = new Map<string, Batch[]>();
  const alone: Batch[] = [];
  for (const batch of batches) {
    const folder = folderOf(jobs[batch[0] ?? 0]);
    const home = folder === undefined ? alone : (folders.get(folder) ?? []);
    home.push(batch);
    if (folder !== undefined) folders.set(folder, home);
  }
  const homes = [alone, ...[...folders.values()].sort((a, b) => b.length - a.length)];
  return { homes, begun: new Int32Array(new SharedArrayBuffer((homes.length + 1) * Int32Array.BYTES_PER_ELEMENT)) };
}

/** The folder whose texts are to be read with one; undefined for what stands alone. */
function folderOf(job: FileJob | undefined): string | undefined {
  const path = job?.path;
  return path !== undefined && textEndings.some((ending) => path.endsWith(ending)) ? dirname(path) : undefined;
}

/** Jobs that read or write files of one name, together. */
function batchesOf<Job extends FileJob>(jobs: readonly Job[], writes: (job: Job) => string | undefined): Batch[] {
  const batches = new Map<string, { readonly jobs: number[]; readonly names: string[] }>();
  for (const [at, job] of jobs.entries()) {
    const names = [job.path?.replace(/\.[^./]*$/, ''), writes(job)].filter((name) => name !== undefined);
    const others = new Set(names.flatMap((name) => batches.get(name) ?? []));
    const batch = {
      jobs: [...[...others].flatMap((other) => other.jobs).sort((a, b) => a - b), at],
      names: [...[...others].flatMap((other) => other.names), ...names],
    };
    for (const name of batch.names) batches.set(name, batch);
  }
  return [...new Set(batches.values())].map((batch) => batch.jobs);
}

/**
 * The batches that fall to the thread that asks: of homes that nobody has begun; then of those of others, where enough is left
 * to make it worth to know them too.
 */
export function* batchesToTake({ homes, begun }: Agenda): Generator<Batch> {
  const next = (counter: number) => Atomics.add(begun, counter, 1);
  for (let home = next(0); home < homes.length; home = next(0)) yield* ofHome(home);
  for (const [home, batches] of homes.entries()) {
    const left = batches.length - Atomics.load(begun, home + 1);
    if (left > (home === 0 ? 0 : worthAThread)) yield* ofHome(home);
  }

  function* ofHome(home: number): Generator<Batch> {
    for (;;) {
      const batch = homes[home]?.[next(home + 1)];
      if (!batch) return;
      yield batch;
    }
  }
}
