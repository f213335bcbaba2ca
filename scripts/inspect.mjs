/**
 * `npm run test:inspect [-- REF [FILE …]]`: pictures of every layout fixture and example, made by the layout of a commit (HEAD) and by the one
 * in the working tree, side by side in test-output/inspect.html. Both draw the files as they stand now: what differs is the layout alone.
 * With FILEs it draws these instead (.procedo, .bpmn or .cmmn).
 */
import './project-node.mjs';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { build } from 'esbuild';
import { readModel } from '../src/model/index.ts';
import { metricsOfModel, picturesToJudge } from '../test/layout/metrics.ts';
import { cmmnJsInNode } from './cmmn-js-in-node.mjs';
import { inspectPage, isChanged } from './inspect-page.ts';

const root = join(import.meta.dirname, '..');
const [ref = 'HEAD', ...named] = process.argv.slice(2);
const files = named.length > 0 ? new Map(named.map((path) => [basename(path), resolve(path)])) : picturesToJudge();
const scratch = mkdtempSync(join(tmpdir(), 'procedo-inspect-'));

/** The sources of a commit in a folder of their own, with the packages that are installed here. */
function checkOut(commit) {
  const folder = join(scratch, 'old');
  mkdirSync(folder);
  const archive = execFileSync('git', ['archive', commit, 'src', 'package.json', 'tsconfig.json'], {
    cwd: root,
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
}

/** What draws: reads paths from its arguments, prints a picture or a failure for each. */
const drawer = `
  import { readFileSync } from 'node:fs';
  import { exportXml, layoutXml, noFiles, open, render } from './src/workspace/index.ts';
  const sentences = (problems) => problems.map(({ message }) => message).join(' ');
  async function draw(path) {
    const document = await open(path, readFileSync(path), noFiles);
    const xml = document.kind === 'text' ? exportXml(document) : layoutXml(document).value;
    if (xml === undefined) return { pictures: [], failure: 'Not drawn: ' + sentences(document.problems) };
    const drawn = await open('drawn.bpmn', new TextEncoder().encode(xml), noFiles);
    const { value } = await render(drawn, { all: true });
    return { xml, pictures: value.map(({ id, svg }) => ({ id, svg })) };
  }
  async function main() {
    const drawn = [];
    for (const path of process.argv.slice(2))
      drawn.push(await draw(path).catch((error) => ({ pictures: [], failure: 'It failed: ' + error.message })));
    process.stdout.write(JSON.stringify(drawn));
  }
  main();`;

/** All files as the sources in a folder draw them. */
async function drawAll(folder, name) {
  const outfile = join(scratch, `${name}.cjs`);
  const stdin = { contents: drawer, resolveDir: folder, loader: 'ts' };
  const plugins = [cmmnJsInNode];
  await build({ stdin, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error', plugins });
  const { stdout, stderr, status } = spawnSync(process.execPath, [outfile, ...files.values()], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (status !== 0) throw new Error(`The layout of ${name} could not draw: ${stderr}`);
  return JSON.parse(stdout).map(({ xml, ...version }) => ({
    ...version,
    ...(xml && { metrics: metricsOfModel(readModel(xml).definitions) }),
  }));
}

try {
  const before = await drawAll(checkOut(ref), ref.replaceAll(/\W/g, '-'));
  const now = await drawAll(root, 'now');
  const comparisons = [...files.keys()].map((name, index) => ({ name, before: before[index], now: now[index] }));
  const page = join(root, 'test-output/inspect.html');
  mkdirSync(join(root, 'test-output'), { recursive: true });
  writeFileSync(page, inspectPage(comparisons, ref));
  console.log(`${comparisons.filter(isChanged).length} of ${comparisons.length} pictures changed. Open ${page}`);
} catch (error) {
  console.error(error.stderr?.toString() || error.message);
  process.exitCode = 1;
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
