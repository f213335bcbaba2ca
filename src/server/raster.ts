import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { rasterize } from '../workspace/index.ts';

/** The picture as PNG, drawn with the fonts that we bring: the same bytes on every machine. */
export async function toPng(svg: string): Promise<Uint8Array> {
  const wasm = firstThere('resvg.wasm', '../../node_modules/@resvg/resvg-wasm/index_bg.wasm');
  const fonts = firstThere('fonts/', '../../assets/fonts/');
  const names = (await readdir(fonts)).filter((name) => name.endsWith('.ttf')).sort();
  const loaded = await Promise.all(names.map((name) => readFile(`${fonts}/${name}`)));
  return rasterize(svg, { wasm: await readFile(wasm), fonts: loaded });
}

/**
 * An asset, as a path: beside the bundle that this is part of, or in the folder above it (the build puts both into `assets`), or
 * where the sources have it.
 */
function firstThere(name: string, source: string): string {
  const places = [`assets/${name}`, `../assets/${name}`, source];
  const found = places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find((path) => existsSync(path));
  if (!found) throw new Error(`The installation is not whole: ${name} is missing.`);
  return found;
}
