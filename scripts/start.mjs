/**
 * `npm start`: a real VS Code in the browser, with the extension as it stands here, an example open and its diagram
 * beside it. Sets up and builds first; prints the address and runs until Ctrl+C. PORT chooses the port.
 */
import './project-node.mjs';
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { report, runStep } from './run-step.mjs';
import { quietSettings, setUpVsCode, startVsCode, windowUrl, writeSettings } from './vscode-server.mjs';

const root = join(import.meta.dirname, '..');
const dataFolder = join(root, '.vscode-server/start');
const examples = join(root, 'examples');
const firstExample = join(examples, 'expense-report.procedo');

/** Extensions are found in the data folder: ours is linked there, so that a new build is there at the next reload. */
async function prepareDataFolder() {
  const extensions = join(dataFolder, 'extensions');
  rmSync(extensions, { recursive: true, force: true });
  mkdirSync(extensions, { recursive: true });
  symlinkSync(root, join(extensions, 'procedo.procedo-0.1.0'), 'dir');
  symlinkSync(join(import.meta.dirname, 'start-extension'), join(extensions, 'procedo.procedo-start-0.0.1'), 'dir');
  const settings = {
    ...quietSettings,
    'window.autoDetectColorScheme': true,
    'editor.minimap.enabled': false,
    // The examples lie in a repository: they can be compared with its last commit.
    'git.enabled': true,
    'git.openRepositoryInParentFolders': 'always',
  };
  await writeSettings(dataFolder, settings);
}

/** Opens the address in the person's browser, where there is a screen to show it. */
function openBrowser(url) {
  const isOnScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!isOnScreen || process.env.CI) return;
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}

const build = await runStep('node', ['scripts/build.mjs']);
report('build', build);
if (!build.passed) process.exit(1);
await setUpVsCode(console.log);
await prepareDataFolder();
process.env.PROCEDO_START = firstExample;
const server = await startVsCode({ dataFolder, port: Number(process.env.PORT ?? 0), isTesting: false });
const url = windowUrl(server.authority, examples);
console.log(`\nProcedo is open at  ${url}\nCtrl+C ends it.`);
openBrowser(url);
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await server.stop();
    process.exit(0);
  });
}
