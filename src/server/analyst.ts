import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Verdict } from '../workspace/index.ts';
import type { AnalysisOrder } from './analysis-worker.ts';

interface Job {
  readonly uri: string;
  readonly order: AnalysisOrder;
  resolve(verdicts: readonly Verdict[] | undefined): void;
  reject(error: unknown): void;
}

/** Judges models in a thread beside the server, one document after the other. It does not keep the process alive. */
export class Analyst {
  #worker: Worker | undefined;
  #current: Job | undefined;
  #waiting: Job[] = [];

  /** The verdicts on the models of a document; undefined: something newer is asked of it, or it was given up. */
  judge(uri: string, order: AnalysisOrder): Promise<readonly Verdict[] | undefined> {
    this.giveUp(uri);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ uri, order, resolve, reject });
      this.#next();
    });
  }

  /** Nobody needs the verdicts on a document any more. What is at work on it ends with its thread: it may take long. */
  giveUp(uri: string): void {
    const isIts = (job: Job) => job.uri === uri;
    for (const job of this.#waiting.filter(isIts)) job.resolve(undefined);
    this.#waiting = this.#waiting.filter((job) => !isIts(job));
    if (this.#current && isIts(this.#current)) {
      this.#current.resolve(undefined);
      void this.#worker?.terminate();
      this.#end();
    }
  }

  #next(): void {
    if (this.#current) return;
    this.#current = this.#waiting.shift();
    if (!this.#current) return;
    this.#worker ??= this.#start();
    this.#worker.postMessage(this.#current.order);
  }

  #start(): Worker {
    const worker = new Worker(workerFile());
    worker.unref();
    worker.on('message', (verdicts: readonly Verdict[]) => {
      if (worker !== this.#worker) return;
      this.#current?.resolve(verdicts);
      this.#current = undefined;
      this.#next();
    });
    worker.on('error', (error) => {
      if (worker !== this.#worker) return;
      this.#current?.reject(error);
      this.#end();
    });
    return worker;
  }

  #end(): void {
    this.#worker = undefined;
    this.#current = undefined;
    this.#next();
  }
}

/** Beside the bundle of the server, or where the sources have it. */
function workerFile(): URL {
  const [bundle, source] = ['./analysis-worker.mjs', './analysis-worker.ts'].map(
    (name) => new URL(name, import.meta.url),
  );
  const found = [bundle, source].find((file) => file && existsSync(file));
  if (!found) throw new Error('The installation is not whole: analysis-worker.mjs is missing.');
  return found;
}
