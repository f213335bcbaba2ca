import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rasterize } from './road.ts';

// The build puts both beside the bundle; run from source they are where they come from.
const wasm = firstThere('../assets/resvg.wasm', '../../node_modules/@resvg/resvg-wasm/index_bg.wasm');
const fonts = firstThere('../assets/fonts/', '../../assets/fonts/');

/** The picture as PNG, drawn with the fonts that we bring: the same bytes on every machine. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const names = (await readdir(fonts)).filter((name) => name.endsWith('.ttf')).sort();
  const loaded = await Promise.all(names.map((name) => readFile(`${fonts}/${name}`)));
  return rasterize(svg, { wasm: await readFile(wasm), fonts: loaded });
}

/** The first of the paths, relative to this file, that is there. */
function firstThere(...paths: [string, ...string[]]): string {
  const urls = paths.map((path) => fileURLToPath(new URL(path, import.meta.url)));
  const found = urls.find((path) => existsSync(path));
  if (!found) throw new Error(`The installation is not whole: ${urls[0]} is missing.`);
  return found;
}
