/** What is in the commits of a repository, read by one process for all of it: one for each file takes longer than to compare two models. */
import { type ChildProcessByStdio, spawn } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';

type Answer = (content: Buffer | undefined) => void;

/** `git cat-file --batch`, started with the first question. It ends with our process, and holds it up only while it is asked. */
export class GitObjects {
  readonly #folder: string;
  #process: ChildProcessByStdio<Writable, Readable, null> | undefined;
  /** Who waits for an answer, in the order in which git gives them. */
  readonly #waiting: Answer[] = [];
  /** What git has written and nobody was given. */
  #chunks: Buffer[] = [];
  #length = 0;
  /** How many bytes have to be there until the first answer is whole, as far as is known. */
  #needed = 1;
  /** No answer comes any more. */
  #isOver = false;

  /** @param folder in the repository */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The content of a file, named as `COMMIT:PATH` without a line break; undefined: there is none, or no git. */
  read(name: string): Promise<Buffer | undefined> {
    this.#process ??= this.#start();
    const { stdin, stdout } = this.#process;
    if (this.#isOver) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      this.#waiting.push(resolve);
      hold(stdout, true);
      stdin.write(`${name}\n`);
    });
  }

  #start() {
    const process = spawn('git', ['cat-file', '--batch'], { cwd: this.#folder, stdio: ['pipe', 'pipe', 'ignore'] });
    const { stdin, stdout } = process;
    process.unref();
    for (const stream of [stdin, stdout]) hold(stream, false);
    stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    process.on('error', () => this.#end());
    process.on('close', () => this.#end());
    stdin.on('error', () => this.#end());
    return process;
  }

  #take(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#length += chunk.length;
    while (this.#waiting.length > 0 && this.#length >= this.#needed) {
      const all = Buffer.concat(this.#chunks);
      const rest = this.#answered(all);
      this.#chunks = [rest];
      if (rest === all) break;
      this.#length = rest.length;
    }
    if (this.#waiting.length === 0) this.#letGo();
  }

  /** Gives the first answer, if it is whole. @returns what is left */
  #answered(all: Buffer): Buffer {
    const end = all.indexOf('\n');
    if (end < 0) {
      this.#needed = all.length + 1;
      return all;
    }
    const [, type, size] = /^[0-9a-f]+ (\w+) (\d+)$/.exec(all.toString('latin1', 0, end)) ?? [];
    // A name that leads to nothing is answered by one line.
    const whole = size === undefined ? end + 1 : end + 1 + Number(size) + 1;
    this.#needed = whole;
    if (all.length < whole) return all;
    this.#needed = 1;
    // A copy, so that what came along with it need not stay.
    this.#waiting.shift()?.(type === 'blob' ? Buffer.from(all.subarray(end + 1, whole - 1)) : undefined);
    return all.subarray(whole);
  }

  #end(): void {
    this.#isOver = true;
    for (const answer of this.#waiting.splice(0)) answer(undefined);
    this.#letGo();
  }

  #letGo(): void {
    if (this.#process) hold(this.#process.stdout, false);
  }
}

/** Whether a stream keeps our process alive; pipes can be let go, though their type does not say so. */
function hold(stream: Readable | Writable, isHeld: boolean): void {
  const pipe = stream as { ref?(): void; unref?(): void };
  if (isHeld) pipe.ref?.();
  else pipe.unref?.();
}
