/**
 * How long VS Code takes to activate the extension, as VS Code itself counts it ("Show Running Extensions"): from the call to
 * load the bundle until `activate` has returned. Each run is a window of its own with a text open. Median and worst, in ms.
 *
 *   node bench/activation.mjs      RUNS=5 windows
 */
import '../scripts/project-node.mjs';
import { openWorkbench } from '../test/vscode/workbench.mjs';

const runs = Number(process.env.RUNS ?? 5);
const sample = 'process p "P" {\n  start\n  user check "Check"\n  end\n}\n';

async function activationTime() {
  const workbench = await openWorkbench({ files: { 'a.procedo': sample } });
  try {
    await workbench.load('a.procedo');
    await workbench.focusEditor();
    await workbench.command('Developer: Show Running Extensions');
    const row = workbench.page.locator('.runtime-extensions-editor .monaco-list-row', { hasText: 'Procedo' });
    const time = await row
      .locator('.activation-time')
      .filter({ hasText: /\d+ ?ms/ })
      .first()
      .textContent();
    return Number(/(\d+) ?ms/.exec(time ?? '')?.[1]);
  } finally {
    await workbench.close();
  }
}

const times = [];
for (let run = 0; run < runs; run++) times.push(await activationTime());
times.sort((a, b) => a - b);
console.log(`activation: median ${times[runs >> 1]} ms, worst ${times.at(-1)} ms (under 200)`);
