import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { leanDrawing } from '../../scripts/lean-drawing.mjs';

/**
 * What a module of `export … from './src/…'` lines exports, bundled as it ships, so that loading many small files does not
 * count. @param contents the module's text; its paths are relative to the repository
 * @param plugins of esbuild, beside that of all bundles that draw
 */
export async function loadBundled(contents, plugins = []) {
  const folder = mkdtempSync(join(tmpdir(), 'procedo-bench-'));
  const outfile = join(folder, 'bundle.mjs');
  const stdin = { contents, resolveDir: join(import.meta.dirname, '../..'), loader: 'ts' };
  const form = { bundle: true, platform: 'node', format: 'esm', logLevel: 'error' };
  await build({ ...form, stdin, outfile, plugins: [leanDrawing, ...plugins] });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
