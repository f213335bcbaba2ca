/**
 * `npm run package`: what is published, made from dist/ into test-output/: the npm tarball with the command line, and
 * the .vsix with the extension. Prints their paths and sizes. Run `npm run build` first; `npm test` does.
 */
import './project-node.mjs';
import { mkdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { report, runStep } from './run-step.mjs';

const root = join(import.meta.dirname, '..');
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = join(root, 'test-output/packages');

/** Where the packages are: the npm tarball and the extension. */
export const packages = {
  tarball: join(folder, `${name}-${version}.tgz`),
  vsix: join(folder, `${name}-${version}.vsix`),
};

/** Each package with the command that makes it. */
export const packagers = {
  // .npmignore says what is in one, .vscodeignore what is in the other; both bundles hold all they need.
  tarball: ['npm', 'pack', '--ignore-scripts', '--pack-destination', folder],
  vsix: [
    'vsce',
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    // The page of the extension in VS Code is for who models; the README is for who builds, and its links and pictures lead nowhere there.
    '--readme-path',
    'docs/extension.md',
    '--out',
    packages.vsix,
  ],
};

/** Removes what was packed before, so that nothing old is tried. */
export function clearPackages() {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
}

/** `name.vsix, 812 KB`; for a report. */
export function describePackage(path) {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  return `${path.slice(root.length + 1)}, ${Math.round(size / 1024)} KB`;
}

if (import.meta.main) {
  clearPackages();
  for (const [kind, [command, ...args]] of Object.entries(packagers)) {
    const result = await runStep(command, args);
    report(kind, result, describePackage(packages[kind]));
    if (!result.passed) process.exitCode = 1;
  }
}
