/**
 * Inputs far beyond what anyone writes (test/robustness/extreme-inputs.ts): how long each command takes and how much memory, beside
 * an empty Node start of the same run; then how soon the language server answers while someone types in a text of 20,000
 * lines. `node bench/bounds.mjs [part of an input's name]`
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { extremeInputs } from '../test/robustness/extreme-inputs.ts';

const root = join(import.meta.dirname, '..');
const cli = join(root, 'dist/cli.js');
const notePeak = join(import.meta.dirname, 'parts/note-peak.mjs');
/** In ms: a command that takes longer has no bound that anyone would wait for. */
const limit = 120_000;
const scratch = mkdtempSync(join(tmpdir(), 'procedo-bench-'));
const wanted = process.argv[2] ?? '';

/** One run of a program: ms, peak memory in MB, exit code. */
function run(args, cwd) {
  const peakFile = join(scratch, 'peak');
  rmSync(peakFile, { force: true });
  const started = performance.now();
  const options = { cwd, timeout: limit, maxBuffer: 1 << 30, env: { ...process.env, PEAK_FILE: peakFile } };
  const { status, stderr } = spawnSync(process.execPath, ['--import', notePeak, ...args], options);
  const ms = performance.now() - started;
  if (status === null) return { ms, ended: `no answer in ${limit / 1000} s` };
  const isCrash = /internal error|FATAL|node:internal/.test(String(stderr));
  return { ms, peak: Number(readFileSync(peakFile)) / 1024, ended: isCrash ? 'CRASH' : `exit ${status}` };
}

function figures({ ms, peak, ended }, empty) {
  const time = `${(ms / 1000).toFixed(2).padStart(7)} s ${(ms / empty.ms).toFixed(0).padStart(4)} x`;
  const memory =
    peak === undefined ? '' : `${peak.toFixed(0).padStart(6)} MB ${(peak / empty.peak).toFixed(1).padStart(5)} x`;
  return `${time} ${memory.padEnd(17)} ${ended}`;
}

const commands = {
  check: (file) => ['check', file],
  export: (file, isCase) => ['export', file, ...(isCase ? ['--cmmn', '-o', 'out.cmmn'] : ['-o', 'out.bpmn'])],
  render: (file) => ['render', file, '-o', 'out.svg'],
};

function measureCommands() {
  const emptyProgram = join(scratch, 'empty.mjs');
  writeFileSync(emptyProgram, '');
  const starts = Array.from({ length: 5 }, () => run([emptyProgram], scratch)).sort((a, b) => a.ms - b.ms);
  const empty = starts[2];
  console.log(`${'empty Node'.padEnd(52)} ${'start'.padEnd(7)} ${figures(empty, empty)}`);
  for (const make of extremeInputs) {
    const { name, files } = make();
    if (!name.includes(wanted)) continue;
    const folder = join(scratch, 'input');
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
    const [first] = Object.keys(files);
    const isCase = files[first].startsWith('case ');
    for (const [command, args] of Object.entries(commands)) {
      console.log(
        `${name.padEnd(52)} ${command.padEnd(7)} ${figures(run([cli, ...args(first, isCase)], folder), empty)}`,
      );
    }
  }
}

/** How long something takes, in ms. */
async function timed(what) {
  const started = performance.now();
  await what();
  return performance.now() - started;
}

/** Types at the end of a text of 20,000 lines, a key each 100 ms, with a preview open; asks for completion at each key. */
async function measureTyping() {
  const server = spawn(process.execPath, [join(root, 'dist/server.cjs'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const client = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  client.listen();
  const uri = 'file:///large.procedo';
  let models = 0;
  client.onNotification('procedo/modelChanged', () => {
    models++;
  });
  await client.sendRequest('initialize', {
    processId: process.pid,
    rootUri: null,
    capabilities: {},
    workspaceFolders: [],
  });
  await client.sendNotification('initialized', {});
  const { files } = extremeInputs[0]();
  const text = Object.values(files)[0];
  const line = text.split('\n').length - 2;
  const opening = await timed(async () => {
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'procedo', version: 1, text },
    });
    await client.sendRequest('procedo/model', { uri });
  });
  const waits = [];
  const typed = '  user another "Another step"';
  for (const [index, character] of [...typed].entries()) {
    const at = { line, character: index };
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: index + 2 },
      contentChanges: [{ range: { start: at, end: at }, text: index === 0 ? `${character}\n` : character }],
    });
    waits.push(
      await timed(() =>
        client.sendRequest('textDocument/completion', {
          textDocument: { uri },
          position: { line, character: index + 1 },
        }),
      ),
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const during = models;
  const drawn = await timed(() => client.sendRequest('procedo/model', { uri }));
  const sorted = waits.toSorted((a, b) => a - b);
  const seconds = (ms) => `${(ms / 1000).toFixed(2)} s`;
  console.log(
    `typing in 20,000 lines: opened and drawn in ${seconds(opening)}; completion at a key ${seconds(sorted[sorted.length >> 1])} (longest ${seconds(sorted.at(-1))}); ${during} pictures while typing, the last ${seconds(drawn)} behind the last key`,
  );
  client.dispose();
  server.kill();
}

try {
  measureCommands();
  if (wanted === '' || wanted === 'typing') await measureTyping();
} finally {
  rmSync(scratch, { recursive: true });
}
