import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { type Browser, chromium, type Page } from 'playwright-core';

const root = join(import.meta.dirname, '../..');

/** Two pictures of the same size, drawn by the same browser. */
export interface PixelDifference {
  readonly sizes: readonly [ours: readonly number[], theirs: readonly number[]];
  /** Pixels that have another colour. */
  readonly differing: number;
  readonly total: number;
}

/** bpmn-js's whole viewer in Chromium: what our drawing is compared with. */
export class Reference {
  readonly #browser: Browser;
  readonly #page: Page;

  private constructor(browser: Browser, page: Page) {
    this.#browser = browser;
    this.#page = page;
  }

  static async start(): Promise<Reference> {
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
    });
    const page = await browser.newPage();
    await page.setContent('<!doctype html><div id="canvas" style="width: 1600px; height: 1000px"></div>');
    await page.addScriptTag({ content: await bundledViewer() });
    return new Reference(browser, page);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }

  /** What bpmn-js exports, without the invisible shapes for clicks; undefined if it cannot draw the file. */
  async draw(xml: string, diagram?: string): Promise<string | undefined> {
    const svg = await this.#page.evaluate(exportedSvg, { xml, diagram });
    return svg?.replaceAll(/<(rect|path)\b[^>]*class="djs-hit[^"]*"[^>]*\/>/g, '');
  }

  /** Has the browser draw both pictures and counts what differs. */
  async compare(ours: string, theirs: string): Promise<PixelDifference> {
    return this.#page.evaluate(pixelDifference, { ours, theirs });
  }
}

async function bundledViewer(): Promise<string> {
  const contents = `import Viewer from 'bpmn-js/lib/Viewer'; Object.assign(window, { Viewer });`;
  const options = { stdin: { contents, resolveDir: root }, bundle: true, write: false, format: 'iife' } as const;
  const { outputFiles } = await esbuild.build(options);
  return outputFiles[0]?.text ?? '';
}

/** Runs in the page. */
async function exportedSvg({ xml, diagram }: { xml: string; diagram?: string }): Promise<string | undefined> {
  const container = document.getElementById('canvas');
  container?.replaceChildren();
  const viewer = new (Reflect.get(window, 'Viewer'))({ container });
  try {
    await viewer.importXML(xml, diagram);
    return (await viewer.saveSVG()).svg;
  } catch {
    return undefined;
  } finally {
    viewer.destroy();
  }
}

/** Runs in the page. */
async function pixelDifference({ ours, theirs }: { ours: string; theirs: string }): Promise<PixelDifference> {
  const pixels = async (svg: string): Promise<ImageData> => {
    const image = new Image();
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, image.naturalWidth);
    canvas.height = Math.max(1, image.naturalHeight);
    const context = canvas.getContext('2d') as CanvasRenderingContext2D;
    context.fillStyle = 'white';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0);
    return context.getImageData(0, 0, canvas.width, canvas.height);
  };
  const [a, b] = [await pixels(ours), await pixels(theirs)];
  const [left, right] = [new Uint32Array(a.data.buffer), new Uint32Array(b.data.buffer)];
  const differing = left.reduce((count, pixel, index) => count + (pixel === right[index] ? 0 : 1), 0);
  const sizes = [
    [a.width, a.height],
    [b.width, b.height],
  ] as const;
  return { sizes, differing, total: left.length };
}
