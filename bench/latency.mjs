/**
 * From a keystroke in the real editor to the changed picture on the screen, for processes of 30 and 200 steps, cases of 20 and 150
 * plan items, and three kinds of edit: `structure` (a step comes or goes), `label` (a step's name), `place` (a label so
 * long that all that follows moves). Beside it, in the same run, the shortest way there is: the baseline extension, which has no
 * language and no layout and imports the whole picture at each key. Median and 95th percentile in ms.
 *
 *   node bench/latency.mjs [size …]      processes and cases of these sizes; KEYS=20 keystrokes of each kind
 *
 * Stages: `to page` from the key to the message in the page (editor, extension host, server), `drawing` to the changed
 * document, `frame` until it is painted.
 */
import '../scripts/project-node.mjs';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { openWorkbench, root } from '../test/vscode/workbench.mjs';

const sizes = process.argv.slice(2).map(Number);
const keystrokes = Number(process.env.KEYS ?? 20);
/** The first keystrokes of each kind warm up what they use. */
const warmUp = 4;

const numbers = (count) => Array.from({ length: count }, (_, i) => i + 1);

/** A process of that many steps, of all the usual kinds in the usual mixture. */
function procedoText(steps) {
  const line = (n) =>
    n % 10 === 5
      ? `  xor q${n} "Question ${n}?" {\n    when "no" -> step1\n    otherwise "yes"\n  }`
      : `  user step${n} "Step ${n}"`;
  return `process big "Big" {\n  start "Begun"\n${numbers(steps).map(line).join('\n')}\n  end\n}\n`;
}

/** A case of that many tasks in rows of five, each of which waits for the one before it. */
function caseText(items) {
  const waits = (n) => (n % 5 === 1 ? '' : ` enter when step${n - 1} completes`);
  const lines = numbers(items).map((n) => `  human step${n} "Step ${n}"${waits(n)}`);
  return `case big "Big" {\n  timer begun "Begun" after \`P1D\`\n${lines.join('\n')}\n}\n`;
}

function baselineText(steps) {
  return `${numbers(steps)
    .map((n) => `task Step${n}`)
    .join('\n')}\n`;
}

/**
 * How each edit is typed: where the caret goes, and the two keys that take turns (the second undoes the first). A comment hides
 * the step of `hidden` and shows it again; the longer label of `first`, which stands under it, moves all that comes after it.
 */
const edits = (hidden, first) => ({
  structure: { caret: hidden, prepare: ['Home', '/'], keys: ['/', 'Backspace'] },
  label: { caret: '"Step 4', prepare: [], keys: ['x', 'Backspace'] },
  place: { caret: first, prepare: [...'AndGone'], keys: ['w', 'Backspace'] },
});

const kinds = {
  steps: { sizes: [30, 200], text: procedoText, edits: edits('  user step3', 'start "Begun') },
  'plan items': { sizes: [20, 150], text: caseText, edits: edits('  human step5', 'timer begun "Begun') },
};

async function bundleBaseline() {
  const folder = mkdtempSync(join(tmpdir(), 'procedo-baseline-'));
  const source = join(root, 'bench/baseline-extension');
  cpSync(join(source, 'package.json'), join(folder, 'package.json'));
  const common = { bundle: true, minify: true, logLevel: 'error', absWorkingDir: root };
  await esbuild.build({
    ...common,
    entryPoints: [join(source, 'extension.ts')],
    outfile: join(folder, 'extension.cjs'),
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
  });
  await esbuild.build({
    ...common,
    entryPoints: [join(source, 'page.ts')],
    outdir: folder,
    format: 'iife',
    loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
  });
  return folder;
}

/**
 * Keeps the marks that the page sets, and notes when the picture is painted. Of each the first since `picture` was
 * emptied: the same picture may come a second time, with the problems that the checks found.
 */
function watchPage() {
  window.picture = {};
  const note = (name, time) => {
    window.picture[name] ??= performance.timeOrigin + time;
  };
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) {
      if (name === 'procedo.received') note('received', startTime);
      // A picture of the keystroke before may still be under way.
      if (name === 'procedo.drawn' && window.picture.received) {
        note('drawn', startTime);
        requestAnimationFrame(() => setTimeout(() => note('painted', performance.now())));
      }
    }
  }).observe({ type: 'mark' });
}

/** Types one edit again and again; resolves to the times by stage. */
async function measure(workbench, frame, { caret, prepare, keys }) {
  await workbench.caretBehind(caret);
  for (const key of prepare) await workbench.page.keyboard.press(key);
  const rows = [];
  for (let i = 0; i < keystrokes + warmUp; i++) {
    // Each keystroke meets an editor at rest, as one that a person types does.
    await workbench.page.waitForTimeout(400);
    await frame.evaluate(() => {
      window.picture = {};
    });
    await workbench.page.keyboard.press(keys[i % keys.length]);
    await frame.waitForFunction(() => window.picture.painted, undefined, { timeout: 60_000 });
    const { received, drawn, painted } = await frame.evaluate(() => window.picture);
    const key = await workbench.page.evaluate(() => window.lastKey);
    rows.push({ 'to page': received - key, drawing: drawn - received, frame: painted - drawn, total: painted - key });
  }
  return rows.slice(warmUp);
}

function percentile(rows, stage, share) {
  const sorted = rows.map((row) => row[stage]).sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
}

function print(name, rows) {
  const figures = Object.keys(rows[0]).map(
    (stage) => `${stage} ${percentile(rows, stage, 0.5)} / ${percentile(rows, stage, 0.95)}`,
  );
  console.log(`  ${name.padEnd(22)} ${figures.join('   ')}`);
}

/** Opens `file` with a preview in a window of its own and measures each edit. */
async function measureEdits(options, file, previewCommand, wanted) {
  const workbench = await openWorkbench(options);
  try {
    await workbench.load(file);
    await workbench.page.evaluate(() =>
      window.addEventListener(
        'keydown',
        () => {
          window.lastKey = performance.timeOrigin + performance.now();
        },
        true,
      ),
    );
    await workbench.focusEditor();
    await workbench.command(previewCommand);
    await workbench.view.locator('.djs-shape').first().waitFor();
    const [frame] = await workbench.previewFrames();
    await frame.evaluate(watchPage);
    for (const [name, edit] of Object.entries(wanted)) print(name, await measure(workbench, frame, edit));
  } finally {
    await workbench.close();
  }
}

const baseline = await bundleBaseline();
try {
  for (const [name, kind] of Object.entries(kinds)) {
    for (const size of sizes.length > 0 ? sizes : kind.sizes) {
      console.log(`${size} ${name}, ${keystrokes} keystrokes a kind (ms, median / 95 %)`);
      const files = { 'big.procedo': kind.text(size), 'big.baseline': baselineText(size) };
      const settings = { 'editor.quickSuggestions': { other: 'off' }, 'editor.autoClosingBrackets': 'never' };
      const rename = { baseline: { caret: 'task Step4', prepare: [], keys: ['x', 'Backspace'] } };
      await measureEdits(
        { files, settings, extension: baseline, vsix: undefined },
        'big.baseline',
        'Baseline: Open Preview',
        rename,
      );
      await measureEdits({ files, settings }, 'big.procedo', 'Procedo: Open Preview to the Side', kind.edits);
    }
  }
} finally {
  rmSync(baseline, { recursive: true, force: true });
}
