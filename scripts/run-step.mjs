import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '..');

/**
 * Runs a command in the root of the project with the project's programs first on the PATH. Its output is kept back.
 * Resolves to { passed, output, seconds }; a command that cannot be started has not passed, and its output says why.
 */
export function runStep(command, args, env = {}) {
  const started = performance.now();
  const path = `${join(root, 'node_modules/.bin')}${delimiter}${process.env.PATH}`;
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, PATH: path, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
    });
  }
  return new Promise((resolve) => {
    const end = (passed) => resolve({ passed, output, seconds: (performance.now() - started) / 1000 });
    child.on('error', (error) => {
      output += error.message;
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });
}

/** Prints the line of a step, and of one that failed the output too. */
export function report(name, { passed, output, seconds }, figure = '') {
  if (!passed) console.log(output.trimEnd());
  console.log(`${passed ? 'ok    ' : 'FAILED'} ${name}${figure && ` – ${figure}`} (${seconds.toFixed(1)} s)`);
}
