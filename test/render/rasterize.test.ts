import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { type RasterAssets, rasterize } from '../../src/render/index.ts';

const root = join(import.meta.dirname, '../..');
const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
const assets: RasterAssets = {
  wasm: readFileSync(wasm),
  fonts: ['Regular', 'Bold'].map((style) => readFileSync(join(root, `assets/fonts/LiberationSans-${style}.ttf`))),
};

const picture = (content: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30" viewBox="0 0 40 30">${content}</svg>`;
const label = (text: string): string =>
  picture(`<text style="font-family: Arial; font-size: 12px" x="2" y="20">${text}</text>`);

async function draw(svg: string): Promise<PNG> {
  return PNG.sync.read(Buffer.from(await rasterize(svg, assets)));
}

function darkPixels({ data }: PNG): number {
  return Array.from({ length: data.length / 4 }, (_, index) => data[index * 4] ?? 0).filter((red) => red < 128).length;
}

describe('rasterize', () => {
  it('draws at twice the size, on white', async () => {
    const { width, height, data } = await draw(picture('<rect x="10" y="10" width="5" height="5"/>'));
    expect([width, height]).toEqual([80, 60]);
    expect([...data.subarray(0, 4)]).toEqual([255, 255, 255, 255]);
    const middle = (25 * width + 25) * 4;
    expect([...data.subarray(middle, middle + 4)]).toEqual([0, 0, 0, 255]);
  });

  it('sets labels in its own font, bold ones too', async () => {
    const regular = darkPixels(await draw(label('Text')));
    expect(regular).toBeGreaterThan(50);
    expect(darkPixels(await draw(label('Text').replace('font-size', 'font-weight: bold; font-size')))).toBeGreaterThan(
      regular,
    );
  });

  it('survives characters that the font lacks', async () => {
    expect((await draw(label('漢字 😀 हिन्दी'))).width).toBe(80);
  });

  it('makes the same bytes again', async () => {
    const svg = label('same');
    expect(await rasterize(svg, assets)).toEqual(await rasterize(svg, assets));
  });

  it('refuses what is no SVG', async () => {
    await expect(rasterize('no picture', assets)).rejects.toThrow();
  });

  it.each(['elements', 'labels', 'collaboration'])('draws the fixture %s', async (name) => {
    const svg = readFileSync(join(root, `test/fixtures/render/${name}.svg`), 'utf8');
    const png = await draw(svg);
    const [, width = 0] = /width="([\d.]+)"/.exec(svg) ?? [];
    // A picture may be a fraction of a px wide; an image may not.
    expect(Math.abs(png.width - Number(width) * 2)).toBeLessThan(1);
    expect(darkPixels(png)).toBeGreaterThan(2000);
  });
});
