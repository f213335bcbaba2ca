import { existsSync } from 'node:fs';
import { Worker } from 'node:worker_threads';

interface Job<Order, Answer> {
  readonly key: string;
  readonly order: Order;
  resolve(answer: Answer | undefined): void;
  reject(error: unknown): void;
}

/** A thread beside the server for what takes long, one order after the other. It does not keep the process alive. */
export class WorkerThread<Order, Answer> {
  readonly #name: string;
  #worker: Worker | undefined;
  #current: Job<Order, Answer> | undefined;
  #waiting: Job<Order, Answer>[] = [];

  /** @param name of the thread's module in this folder, without its ending: it answers each message that it gets with one */
  constructor(name: string) {
    this.#name = name;
  }

  /** The answer to an order; undefined: something newer was asked under the same key, or it was given up. Rejects with what the thread threw. */
  ask(key: string, order: Order): Promise<Answer | undefined> {
    this.giveUp(key);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ key, order, resolve, reject });
      this.#next();
    });
  }

  /** Nobody needs the answer any more. What is at work on it ends with its thread: it may take long. */
  giveUp(key: string): void {
    const isIts = (job: Job<Order, Answer>) => job.key === key;
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
    const job = this.#waiting.shift();
    if (!job) return;
    try {
      this.#worker ??= this.#start();
      this.#worker.postMessage(job.order);
      this.#current = job;
    } catch (error) {
      // What cannot be started must not stand in the way of what is asked next.
      job.reject(error);
      this.#next();
    }
  }

  #start(): Worker {
    const worker = new Worker(fileOf(this.#name));
    worker.unref();
    worker.on('message', (answer: Answer) => {
      if (worker !== this.#worker) return;
      this.#current?.resolve(answer);
      this.#current = undefined;
      this.#next();
    });
    worker.on('error', (error) => {
      if (worker !== this.#worker) return;
      this.#current?.reject(error);
      this.#end();
    });
    worker.on('exit', (code) => {
      if (worker !== this.#worker) return;
      this.#current?.reject(new Error(`The thread ${this.#name} has ended (exit code ${code}).`));
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
function fileOf(name: string): URL {
  const places = [`./${name}.mjs`, `./${name}.ts`].map((file) => new URL(file, import.meta.url));
  const found = places.find((file) => existsSync(file));
  if (!found) throw new Error(`The installation is not whole: ${name}.mjs is missing.`);
  return found;
}
