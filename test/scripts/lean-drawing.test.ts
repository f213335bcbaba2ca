import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { afterAll, describe, expect, it } from 'vitest';
import { leanDrawing } from '../../scripts/lean-drawing.mjs';

const root = join(import.meta.dirname, '../..');
const fixtures = join(root, 'test/fixtures/render');
const folder = mkdtempSync(join(tmpdir(), 'procedo-lean-'));
afterAll(() => rmSync(folder, { recursive: true }));

const contents = `
  import { readModel } from './src/model/index.ts';
  import { renderSvg } from './src/render/index.ts';
  export const draw = async (xml) => renderSvg([readModel(xml).definitions], { all: true });`;

type Draw = (xml: string) => Promise<unknown>;

/** What draws a file, bundled with these plugins. */
async function bundled(name: string, plugins: Plugin[]): Promise<Draw> {
  const outfile = join(folder, `${name}.mjs`);
  const stdin = { contents, resolveDir: root, loader: 'js' as const };
  await build({ stdin, outfile, bundle: true, platform: 'node', format: 'esm', logLevel: 'error', plugins });
  return (await import(/* @vite-ignore */ pathToFileURL(outfile).href)).draw;
}

const plain = bundled('plain', []);
const lean = bundled('lean', [leanDrawing]);

describe('what the build makes of bpmn-js', () => {
  it.each(globSync('*.bpmn', { cwd: fixtures }).sort())('draws %s as bpmn-js does', async (name) => {
    const xml = readFileSync(join(fixtures, name), 'utf8');
    expect(await (await lean)(xml)).toEqual(await (await plain)(xml));
  });
});
