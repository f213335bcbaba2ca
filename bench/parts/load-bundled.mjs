import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { leanDrawing } from '../../scripts/lean-drawing.mjs';

/**
 * What a module of `export … from './src/…'` lines exports, bundled as the command line ships: split where parts are loaded on need. So
 * loading many small files does not count. @param contents the module's text; its paths are relative to the repository
 * @param plugins of esbuild, beside that of all bundles that draw
 */
export async function loadBundled(contents, plugins = []) {
  const folder = mkdtempSync(join(tmpdir(), 'procedo-bench-'));
  // Parts are loaded while the benchmark runs.
  process.on('exit', () => rmSync(folder, { recursive: true }));
  const stdin = { contents, resolveDir: join(import.meta.dirname, '../..'), loader: 'ts' };
  const form = { bundle: true, splitting: true, platform: 'node', format: 'esm', outExtension: { '.js': '.mjs' } };
  await build({ ...form, stdin, outdir: folder, logLevel: 'error', plugins: [leanDrawing, ...plugins] });
  return import(pathToFileURL(join(folder, 'stdin.mjs')).href);
}
