/** The command line as a process of its own: what a shell and an old Node see of it. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nodeRefusal, oldestNode } from '../../src/cli/node-version.ts';
import { packedCli, tryProgram } from './try-command.ts';

const root = join(import.meta.dirname, '../..');
const main = packedCli ?? join(root, 'src/cli/main.ts');
const { version, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

test('tells its version', async () => {
  const { code, stdout } = await tryProgram([main, '--version'], root);
  expect([code, stdout.toString()]).toEqual([0, `${version}\n`]);
});

test('asks for the Node that package.json asks for', () => {
  expect(`>=${oldestNode}`).toMatch(engines.node);
});

test.each(['14.17.0', '20.20.2', '22.11.0'])('says one line on Node %s, and reads nothing more', async (old) => {
  const pretend = `data:text/javascript,Object.defineProperty(process.versions,'node',{value:'${old}'})`;
  const { code, stdout, stderr } = await tryProgram(['--import', pretend, main, 'check', 'x'], root);
  expect([code, stdout.toString(), stderr]).toEqual([2, '', `${nodeRefusal(old)}\n`]);
});

test.each(['22.12.0', '23.0.0', '24.21.0'])('is content with Node %s', (version) => {
  expect(nodeRefusal(version)).toBeUndefined();
});

test('the first file is one that Node 14 can read', () => {
  const text = readFileSync(main, 'utf8');
  // Imports at the head are resolved before the version can be looked at, and awaiting there is newer than Node 14.
  const heads = text.match(/^\s*import\b(?!\()[^;]*;/gm) ?? [];
  expect(heads).toEqual(packedCli ? [] : ["import { nodeRefusal } from './node-version.ts';"]);
  expect(text).not.toMatch(/\bawait\b/);
});

test('stays quiet when the reader of its output goes away', async () => {
  const child = spawn(process.execPath, [main, '--help'], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let stderr = '';
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  await new Promise((resolve) => child.on('close', resolve));
  expect(stderr).toBe('');
});

test('speaks the Language Server Protocol over standard input and output', async () => {
  const child = spawn(process.execPath, [main, 'lsp', '--stdio'], { cwd: root, stdio: ['pipe', 'pipe', 'ignore'] });
  const initialize =
    '{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":null,"capabilities":{}}}';
  child.stdin.write(`Content-Length: ${initialize.length}\r\n\r\n${initialize}`);
  let answer = '';
  for await (const chunk of child.stdout) {
    answer += chunk;
    if (answer.includes('"completionProvider"')) break;
  }
  child.kill();
  expect(answer).toMatch(/^Content-Length: \d+\r\n\r\n\{"jsonrpc":"2.0","id":1,"result":/);
});
