/**
 * A real VS Code without a download from outside the npm registry: the package `code-server` holds the whole editor
 * (server, workbench for the browser, extension host) in lib/vscode. It is unpacked into .vscode-server/, its parts are
 * installed without install scripts, and its own wrapper is not used.
 *
 *   node scripts/vscode-server.mjs      sets it up (does nothing where it is)
 */
import './project-node.mjs';
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const home = join(import.meta.dirname, '..', '.vscode-server');

/** VS Code 1.139.1. Whoever takes another version takes the hash of its tarball too: `npm view code-server@V dist`. */
const editor = {
  package: 'code-server@4.139.1',
  sha512:
    '7d462f255773e19a1525f6a41a21965c532917c2b539bb2ba46bd7d7b67136928ecdd347b3b940353ebbd094ebe19840f039d6ab2bef9851bf7771d5f58cba7b',
};

/** Written last: an installation that was broken off is begun again. */
const mark = join(home, `.complete-${editor.package}`);

/** Sets up the editor where it is missing; `say` gets a line when that takes its time. */
export async function setUpVsCode(say = () => undefined) {
  if (existsSync(mark)) return;
  say(`Setting up VS Code (${editor.package} from npm, about 200 MB, once) …`);
  await rm(home, { recursive: true, force: true });
  await mkdir(home, { recursive: true });
  await fetchEditor(join(home, 'package'));
  await rename(join(home, 'package/lib/vscode'), join(home, 'vscode'));
  await rm(join(home, 'package'), { recursive: true });
  // The shrinkwrap file that it ships leaves out a peer dependency, which plain `npm ci` refuses.
  const quietly = ['--silent', '--ignore-scripts', '--engine-strict=false'];
  await npm(['ci', '--omit=dev', '--legacy-peer-deps', ...quietly], join(home, 'vscode'));
  await writeFile(mark, '');
}

/** Fetches the package from the registry and unpacks it into `folder`, if it is the one that was expected. */
async function fetchEditor(folder) {
  const packed = await npm(['pack', '--silent', '--ignore-scripts', editor.package], home);
  const tarball = join(home, packed.trim().split('\n').at(-1));
  const hash = createHash('sha512');
  await pipeline(createReadStream(tarball), hash);
  if (hash.digest('hex') !== editor.sha512) {
    throw new Error(
      `${editor.package} is not the package that was expected (its SHA-512 differs): nothing is installed.`,
    );
  }
  await mkdir(folder);
  await run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1']);
  await rm(tarball);
}

async function npm(args, cwd) {
  const npmScript = process.env.npm_execpath;
  const [command, first] = npmScript ? [process.execPath, [npmScript]] : ['npm', []];
  const { stdout } = await run(command, [...first, ...args], { cwd, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Writes a user's settings; those that belong to a machine count only in a place of their own. */
export async function writeSettings(dataFolder, settings) {
  for (const place of ['User', 'Machine']) {
    await mkdir(join(dataFolder, 'data', place), { recursive: true });
    await writeFile(join(dataFolder, 'data', place, 'settings.json'), JSON.stringify(settings, undefined, 2));
  }
}

/** Installs a packed extension for the server that keeps its data in `dataFolder`. */
export async function installExtension(vsix, dataFolder) {
  const where = ['--accept-server-license-terms', '--server-data-dir', dataFolder];
  await run(process.execPath, [serverScript(), ...where, '--install-extension', vsix]);
}

/**
 * Starts the server on a port of 127.0.0.1, a free one for 0. It hands its environment to the extension host.
 * `isTesting` lets the page's address name extensions and tests to load, which a finished VS Code ignores otherwise.
 * Resolves to { port, authority, stop } when it listens.
 */
export async function startVsCode({ dataFolder, port = 0, isTesting = true, log = () => undefined }) {
  const args = [
    ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token', '--accept-server-license-terms'],
    ...['--server-data-dir', dataFolder, '--telemetry-level', 'off'],
    ...(isTesting ? ['--enable-smoke-test-driver'] : []),
  ];
  // Inside VS Code's own terminal this variable would make the server talk to that window.
  const env = { ...process.env, VSCODE_IPC_HOOK_CLI: undefined };
  const child = spawn(process.execPath, [serverScript(), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env,
  });
  const listening = await whenListening(child, log);
  return { port: listening, authority: `127.0.0.1:${listening}`, stop: () => stop(child) };
}

function serverScript() {
  return join(home, 'vscode/out/server-main.js');
}

function whenListening(child, log) {
  let output = '';
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`The VS Code server ${why}.\n${output}`));
    const timer = setTimeout(() => fail('did not start within two minutes'), 120_000);
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('exit', (code) => fail(`ended with exit code ${code}`));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        output = (output + text).slice(-10_000);
        log(text);
        const [, port] = /listening on (\d+)/.exec(output) ?? [];
        if (port) {
          clearTimeout(timer);
          resolve(Number(port));
        }
      });
    }
  });
}

/** Ends the server with its extension hosts: they are one process group. */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  const kill = (signal) => {
    try {
      process.kill(-child.pid, signal);
    } catch {
      // It is gone already.
    }
  };
  kill('SIGTERM');
  const timer = setTimeout(() => kill('SIGKILL'), 5_000);
  await ended;
  clearTimeout(timer);
}

/** Settings under which nothing asks, updates itself or phones home. */
export const quietSettings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'update.mode': 'none',
  'workbench.enableExperiments': false,
  'git.enabled': false,
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
};

/**
 * The address of a window on `folder`; `payload` is a list of [name, value] that the workbench understands, such as
 * ['openFile', uri]; `fileUri` makes the URIs.
 */
export function windowUrl(authority, folder, payload = []) {
  const query = new URLSearchParams({ folder, ...(payload.length > 0 && { payload: JSON.stringify(payload) }) });
  return `http://${authority}/?${query}`;
}

export function fileUri(authority, path) {
  return `vscode-remote://${authority}${encodeURI(path)}`;
}

if (import.meta.main) {
  await setUpVsCode(console.log);
}
