import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

it.each(['schema', 'model'])('src/%s/generated is what scripts/generate-model.ts makes', (room) => {
  const folder = mkdtempSync(join(tmpdir(), 'procedo-model-'));
  try {
    execFileSync(process.execPath, [join(root, 'scripts/generate-model.ts'), folder]);
    const contents = (at: string) => readdirSync(at).map((name) => [name, readFileSync(join(at, name), 'utf8')]);
    expect(contents(join(root, 'src', room, 'generated'))).toEqual(contents(join(folder, room, 'generated')));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
