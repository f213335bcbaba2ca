import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { runCommandLine } from '../../src/cli/command-line.ts';
import type { Shell } from '../../src/cli/shell.ts';

/** What a command left behind. */
export interface Tried {
  readonly code: number | null;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** The published command line to try instead of the source: `npm test` sets it to the packed one. */
export const packedCli = process.env.PROCEDO_CLI;

/** Runs a command line in `cwd`: the packed program where one is named, else the source in this process. */
export async function tryCommand(args: readonly string[], cwd: string, stdin = ''): Promise<Tried> {
  return packedCli ? tryProgram([packedCli, ...args], cwd, stdin) : tryInProcess(args, cwd, stdin);
}

/** Runs Node with these arguments. */
export async function tryProgram(args: readonly string[], cwd: string, stdin = ''): Promise<Tried> {
  // The output is the same where the tests themselves run in GitHub Actions.
  const { GITHUB_ACTIONS: _, ...env } = process.env;
  const child = spawn(process.execPath, args, { cwd, env });
  // A program that ends before it has read all is no failure of the test.
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr, code] = await Promise.all([buffer(child.stdout), buffer(child.stderr), ended]);
  return { code, stdout, stderr: stderr.toString() };
}

async function tryInProcess(args: readonly string[], cwd: string, stdin: string): Promise<Tried> {
  const stdout: Uint8Array[] = [];
  const stderr: string[] = [];
  const shell: Shell = {
    cwd,
    debug: false,
    annotates: false,
    readInput: async () => Buffer.from(stdin),
    write: (output) => stdout.push(Buffer.from(output)),
    complain: (line) => stderr.push(`${line}\n`),
  };
  const code = await runCommandLine(args, shell);
  return { code, stdout: Buffer.concat(stdout), stderr: stderr.join('') };
}
