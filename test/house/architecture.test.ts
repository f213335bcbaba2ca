import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** The sections of ARCHITECTURE.md about a room, by its name: those whose heading begins with `src/`. */
function sections(): Map<string, string> {
  const text = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');
  const parts = text.split(/^(?=#{1,4} )/m);
  const rooms = parts.flatMap((part) => {
    const room = /^#+ `?src\/([a-z-]+)/.exec(part)?.[1];
    return room ? [[room, part] as const] : [];
  });
  return new Map(rooms);
}

test('ARCHITECTURE.md has a heading for every folder of src, and src a folder for every heading', () => {
  const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect([...sections().keys()].sort()).toEqual(folders.map(({ name }) => name).sort());
});

test('each room says what it never does', () => {
  for (const [room, text] of sections()) expect(text, room).toMatch(/never/i);
});
