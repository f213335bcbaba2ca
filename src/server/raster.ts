import { existsSync, realpathSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { rasterize } from '../workspace/index.ts';

/** The picture as PNG, drawn with the fonts that we bring: the same bytes on every machine. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const wasm = firstThere('assets/resvg.wasm', '../../node_modules/@resvg/resvg-wasm/index_bg.wasm');
  const fonts = firstThere('assets/fonts', '../../assets/fonts');
  const names = (await readdir(fonts)).filter((name) => name.endsWith('.ttf')).sort();
  const loaded = await Promise.all(names.map((name) => readFile(join(fonts, name))));
  return rasterize(svg, { wasm: await readFile(wasm), fonts: loaded });
}

/**
 * The first of the paths that is there, relative to the program that runs: the bundle has its assets beside it, the source
 * where they come from. (A bundle of CommonJS knows no `import.meta`, a module no `__dirname`.)
 */
function firstThere(...paths: [string, ...string[]]): string {
  const folder = dirname(realpathSync(process.argv[1] ?? '.'));
  const found = paths.map((path) => join(folder, path)).find((path) => existsSync(path));
  if (!found) throw new Error(`The installation is not whole: ${join(folder, paths[0])} is missing.`);
  return found;
}
