/** `npm run -s procedo -- …`: the command line as it is published, built first when the source is newer. */
import './project-node.mjs';
import { spawnSync } from 'node:child_process';
import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const root = join(import.meta.dirname, '..');
const bundle = join(root, 'dist/cli.js');

function changedAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function isStale() {
  const built = changedAt(bundle);
  const sources = globSync(['src/**/*.ts', 'assets/**', 'package.json', 'package-lock.json', 'scripts/build.mjs'], {
    cwd: root,
  });
  return sources.some((path) => changedAt(join(root, path)) > built);
}

if (isStale()) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs'), 'server', 'commands', 'cli'], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(2);
}

// npm starts scripts in the root of the package; paths on the command line are meant from where the user stands.
if (process.env.INIT_CWD && process.env.npm_lifecycle_event === 'procedo') process.chdir(process.env.INIT_CWD);
process.argv[1] = bundle;
await import(pathToFileURL(bundle).href);
