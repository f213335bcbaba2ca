import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const generated = join(root, 'src/language/generated');

test('what is generated is what the grammar says: `npm run generate` changes nothing', () => {
  const folder = mkdtempSync(join(tmpdir(), 'procedo-grammar-'));
  try {
    const config = JSON.parse(readFileSync(join(root, 'langium-config.json'), 'utf8'));
    config.out = join(folder, 'out');
    config.languages[0].grammar = join(root, config.languages[0].grammar);
    writeFileSync(join(folder, 'langium-config.json'), JSON.stringify(config));
    execFileSync(process.execPath, [
      join(root, 'node_modules/langium-cli/bin/langium.js'),
      'generate',
      '-f',
      join(folder, 'langium-config.json'),
    ]);
    execFileSync(process.execPath, [join(root, 'scripts/generate-lookahead.ts'), join(config.out, 'lookahead.ts')]);
    for (const name of readdirSync(generated)) {
      expect(readFileSync(join(config.out, name), 'utf8'), name).toBe(readFileSync(join(generated, name), 'utf8'));
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
