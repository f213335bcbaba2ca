import { chmod, lstat, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeWhole } from '../../src/cli/write-whole.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'procedo-write-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('makes the file and the folders above it, and leaves nothing else', async () => {
  writeWhole(join(folder, 'a/b/c.txt'), 'whole');
  expect(await readFile(join(folder, 'a/b/c.txt'), 'utf8')).toBe('whole');
  expect(await readdir(join(folder, 'a/b'))).toEqual(['c.txt']);
});

test('replaces a file by another, in its mode', async () => {
  const path = join(folder, 'a.txt');
  await writeFile(path, 'old');
  await chmod(path, 0o640);
  const before = await stat(path);
  writeWhole(path, 'new');
  const after = await stat(path);
  expect(await readFile(path, 'utf8')).toBe('new');
  expect(after.mode).toBe(before.mode);
  expect(after.ino).not.toBe(before.ino);
});

test('writes through a link', async () => {
  await writeFile(join(folder, 'a.txt'), 'old');
  await symlink('a.txt', join(folder, 'link.txt'));
  writeWhole(join(folder, 'link.txt'), 'new');
  expect((await lstat(join(folder, 'link.txt'))).isSymbolicLink()).toBe(true);
  expect(await readFile(join(folder, 'a.txt'), 'utf8')).toBe('new');
});

test('writes to a device as it is', async () => {
  expect(writeWhole('/dev/null', 'gone')).toBeUndefined();
  expect((await stat('/dev/null')).isCharacterDevice()).toBe(true);
});

test('leaves the old file and nothing half when it fails', async () => {
  const path = join(folder, 'a.txt');
  await writeFile(path, 'old');
  // It is asked for when the file is open already.
  class CutOff extends Uint8Array {
    override get byteLength(): number {
      throw new Error('cut off');
    }
  }
  expect(writeWhole(path, new CutOff(4))).toBe('cut off');
  expect(await readdir(folder)).toEqual(['a.txt']);
  expect(await readFile(path, 'utf8')).toBe('old');
});
