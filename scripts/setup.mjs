/**
 * Installs what package-lock.json says when node_modules does not match it. Runs before `npm start` and `npm test`, on
 * whatever Node the machine has (20 or later), so: plain JavaScript and nothing from node_modules.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const projectNode = join(root, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');
// npm's own hidden lock file is no judge: it leaves out what this platform lacks.
const mark = join(root, 'node_modules/.package-lock.sha256');

/** The hash of the lock file: the same in a checkout with other line ends. */
function lockHash() {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8').replaceAll('\r\n', '\n');
  return createHash('sha256').update(text).digest('hex');
}

function isInstalled() {
  return existsSync(projectNode) && existsSync(mark) && readFileSync(mark, 'utf8') === lockHash();
}

/** Runs `npm ci`; resolves to its exit code. The host's Node is older than most packages ask for: those warnings mislead. */
function install() {
  const npm = process.env.npm_execpath;
  const [command, args] = npm ? [process.execPath, [npm, 'ci']] : ['npm', ['ci']];
  const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'inherit', 'pipe'], shell: !npm });
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!/^npm warn EBADENGINE/i.test(line)) console.error(line);
  });
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', resolve);
  });
}

if (!isInstalled()) {
  console.log('Installing packages (npm ci) …');
  const code = await install();
  if (code !== 0) {
    console.error(`npm ci failed (exit code ${code}); the lines above say why.`);
    process.exit(1);
  }
  if (!existsSync(projectNode)) {
    console.error("The project's Node was not installed: allow its install script with  npm ci --ignore-scripts=false");
    process.exit(1);
  }
  writeFileSync(mark, lockHash());
}
