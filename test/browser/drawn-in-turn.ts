import { join } from 'node:path';
import * as esbuild from 'esbuild';
import type { Page } from 'playwright-core';
import { pageBundle } from '../../scripts/page-bundle.mjs';
import type { Notation } from '../../src/protocol/server.ts';

const root = join(import.meta.dirname, '../..');

/** Makes the page's own drawing known to an empty page as `Diagram`. */
export async function loadDiagram(page: Page): Promise<void> {
  await page.setContent('<!doctype html><html><body></body></html>');
  const ours = "import { Diagram } from './webview/diagram.ts'; Object.assign(window, { Diagram });";
  await page.addScriptTag({ content: await bundled(ours, pageBundle.plugins) });
}

/** A script of one file with all that it imports, from the root of the repository. */
export async function bundled(contents: string, plugins: esbuild.Plugin[]): Promise<string> {
  const stdin = { contents, resolveDir: root };
  const options = { stdin, plugins, bundle: true, write: false, format: 'iife', logLevel: 'error' } as const;
  const { outputFiles } = await esbuild.build(options);
  return outputFiles[0]?.text ?? '';
}

/** As our writer and most tools write it: then names, places and ids are changed without reading all anew. */
export function oneTagALine(xml: string): string {
  return xml.replaceAll('><', '>\n<');
}

/** The same model with `words` behind each name, and all so much farther to the right. */
export function edited(xml: string, words: string, shift: number): string {
  return xml
    .replaceAll(/ name="([^"]+)"/g, ` name="$1${words}"`)
    .replaceAll(/(<\w*:?(?:Bounds|waypoint)\b[^>]*? x=")(-?\d+)/g, (_, before, x) => `${before}${Number(x) + shift}`);
}

/** Draws the models one after the other in one new container; the picture at the end, but for ids made by chance and traces of no effect. */
export async function drawInTurn(page: Page, notation: Notation, xmls: readonly string[]): Promise<string> {
  const markup = await page.evaluate(
    async ({ notation, xmls }) => {
      const container = document.createElement('div');
      Object.assign(container.style, { width: '800px', height: '600px' });
      document.body.replaceChildren(container);
      const diagram = new (Reflect.get(window, 'Diagram'))(container);
      for (const xml of xmls) {
        await diagram.draw(notation, xml, '');
      }
      return container.querySelector('.viewport')?.innerHTML ?? '';
    },
    { notation, xmls },
  );
  return (
    markup
      .replaceAll(/marker-[\w-]+/g, 'marker')
      .replaceAll(/layer-root-\d+/g, 'layer-root')
      .replaceAll(/"connection_\d+"/g, '"connection"')
      // Who once had a child keeps the group for it.
      .replaceAll('<g class="djs-children"></g>', '')
      // The label of a message without a name has a place, but nothing to see.
      .replaceAll(/<text[^>]*>(<tspan[^>]*><\/tspan>)?<\/text>/g, '')
      .replaceAll(/ style="display: block;"| display="block"/g, '')
      // A line that was bent is written in another way than one that was drawn.
      .replaceAll(/ d="([^"]*)"/g, (_, path) => ` d="${pathOf(path)}"`)
      .replaceAll('><', '>\n<')
  );
}

function pathOf(data: string): string {
  return data.trim().replace(/^m\s*/, 'M').replaceAll(' L', 'L').trim();
}
