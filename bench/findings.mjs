/**
 * From a keystroke to its finding, in the language server as editors run it, with a preview open: a rule (a step loses its label, and has it
 * again), and the analysis of all runs (a join waits for ever, and does no more). Beside it what the same keystroke costs with findings off:
 * the problems of the text, and the answer to a completion that is asked for at once. Median and 95th percentile in ms.
 *
 *   node bench/findings.mjs [steps …]      texts of so many steps, 30 and 200 by default; KEYS=20 keystrokes of each kind
 */
import '../scripts/project-node.mjs';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createProtocolConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';

const root = join(import.meta.dirname, '..');
const sizes = process.argv.slice(2).map(Number);
const keystrokes = Number(process.env.KEYS ?? 20);
/** The first keystrokes warm up what they use. */
const warmUp = 4;
/** Each keystroke meets a server at rest, as one that a person types does. In ms. */
const rest = 700;
/** An answer that takes longer does not come any more. In ms. */
const patience = 60_000;

const uri = 'file:///big.procedo';

/** Steps of all the usual kinds; `label` is that of the middle one, `join` the kind of the last join. */
function textOf(steps, { label = '"Middle"', kind = 'xor' } = {}) {
  const line = (n) =>
    n % 10 === 5
      ? `  xor q${n} "Question ${n}?" {\n    when "no" -> step1\n    otherwise "yes"\n  }`
      : `  user step${n}${n === Math.floor(steps / 2) + 1 ? ` ${label}` : ` "Step ${n}"`}`;
  const lines = Array.from({ length: steps }, (_, index) => line(index + 1));
  const last = '  xor last "Last?" {\n    when "a" { user a "Do a" }\n    otherwise "b" { user b "Do b" }\n  }';
  return `process big "Big" {\n  start "Begun"\n${lines.join('\n')}\n${last}\n  join both as ${kind}\n  end "Done"\n}\n`;
}

/** The server with a client that has a preview open. @param isLinted whether findings are looked for */
async function openServer(text, isLinted) {
  const server = spawn(process.execPath, [join(root, 'dist/server.cjs'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const reader = new StreamMessageReader(server.stdout);
  // It would go on waiting for the rest of what a server was writing when it was ended.
  reader.partialMessageTimeout = 0;
  const client = createProtocolConnection(reader, new StreamMessageWriter(server.stdin));
  client.onRequest('workspace/configuration', ({ items }) => items.map(() => ({ lint: { enable: isLinted } })));
  client.onRequest('client/registerCapability', () => null);
  client.listen();
  const comes = promptly(server);
  const capabilities = { workspace: { configuration: true } };
  const parameters = { processId: process.pid, rootUri: null, capabilities, workspaceFolders: [] };
  await comes('the answer to initialize', client.sendRequest('initialize', parameters));
  await client.sendNotification('initialized', {});
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'procedo', version: 1, text },
  });
  await comes('the first model', client.sendRequest('procedo/model', { uri }));
  return {
    client,
    comes,
    close: () => {
      client.dispose();
      server.kill();
    },
  };
}

/** Waits for something of the server by its name; rejects when the server ends before it comes, or it does not come in time. */
function promptly(server) {
  const ended = new Promise((_, reject) => {
    server.once('error', reject);
    server.once('exit', (code, signal) =>
      reject(new Error(`the server has ended (${signal ?? `exit code ${code}`}).`)),
    );
  });
  // It ends when it is closed, too, and then nobody waits.
  ended.catch(() => undefined);
  return async (what, promise) => {
    let timer;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer in ${patience / 1000} s.`)), patience);
    });
    try {
      return await Promise.race([promise, ended, late]);
    } catch (error) {
      server.kill();
      throw new Error(`No measurement: waiting for ${what}: ${error.message}`);
    } finally {
      clearTimeout(timer);
    }
  };
}

const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));

/** Types one of two texts after the other. @param isThere whether diagnostics are those of a text (by its place, 0 or 1) */
async function measure(texts, isThere, isLinted) {
  const { client, comes, close } = await openServer(texts[0], isLinted);
  let heard = () => undefined;
  client.onNotification('textDocument/publishDiagnostics', (params) => heard(params));
  const times = { 'to its end': [], completion: [] };
  // What opening needs is loaded.
  await pause(2_000);
  for (let key = 0; key < keystrokes + warmUp; key++) {
    await comes('the next keystroke', pause(rest));
    const place = (key + 1) % 2;
    const version = key + 2;
    const ended = new Promise((resolve) => {
      heard = (params) =>
        params.version === version && isThere(params.diagnostics, place) && resolve(performance.now());
    });
    const started = performance.now();
    await client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ text: texts[place] }],
    });
    const position = { line: 3, character: 2 };
    const completion = client.sendRequest('textDocument/completion', { textDocument: { uri }, position });
    await comes(`the completion of version ${version}`, completion);
    const completed = performance.now();
    const end = await comes(`the diagnostics of version ${version}`, ended);
    if (key < warmUp) continue;
    times['to its end'].push(end - started);
    times.completion.push(completed - started);
  }
  close();
  return times;
}

function percentile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
}

function print(name, times) {
  const figures = Object.entries(times).map(
    ([what, all]) => `${what} ${percentile(all, 0.5)} / ${percentile(all, 0.95)}`,
  );
  console.log(`  ${name.padEnd(22)} ${figures.join('   ')}`);
}

const has = (code) => (diagnostics, place) => diagnostics.some((one) => one.code === code) === (place === 1);

for (const size of sizes.length > 0 ? sizes : [30, 200]) {
  console.log(`${size} steps, ${keystrokes} keystrokes a kind (ms, median / 95 %)`);
  const labels = [textOf(size), textOf(size, { label: '' })];
  const joins = [textOf(size), textOf(size, { kind: 'parallel' })];
  print('label, findings off', await measure(labels, () => true, false));
  print('label, rule', await measure(labels, has('label-required'), true));
  print('join, findings off', await measure(joins, () => true, false));
  print('join, analysis', await measure(joins, has('deadlock-xor-and'), true));
}
