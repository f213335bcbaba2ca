import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const files = globSync('{src,webview,test,scripts,bench}/**/*.{ts,mjs}', { cwd: root, exclude: ['**/fixtures/**'] });

test('files are named in kebab-case, for what is in them', () => {
  const names = files.map((path) => basename(path).replace(/(\.test|\.config|\.d)?\.(ts|mjs)$/, ''));
  expect(names.length).toBeGreaterThan(50);
  expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name))).toEqual([]);
  expect(names.filter((name) => /^(utils?|helpers?|common|misc)$/.test(name))).toEqual([]);
});

test('docs/dependencies.md gives every dependency its reason, and names no other', () => {
  const { dependencies = {}, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const text = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');
  const rows = [...text.matchAll(/^\| `([^`]+)` \| .{10,} \|$/gm)].map(([, name]) => name);
  expect(rows.sort()).toEqual(Object.keys({ ...dependencies, ...devDependencies }).sort());
});

test('package-lock.json names no registry: it installs from whichever a machine is set to', () => {
  const text = readFileSync(join(root, 'package-lock.json'), 'utf8');
  expect(text).not.toContain('"resolved": "http');
});
