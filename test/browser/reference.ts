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

/** The whole viewers of bpmn-js and cmmn-js in Chromium: what our drawings are compared with. */
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
    await page.addScriptTag({ content: await bundledViewers() });
    return new Reference(browser, page);
  }

  async stop(): Promise<void> {
    await this.#browser.close();
  }

  /** What bpmn-js exports, without the invisible shapes for clicks; undefined if it cannot draw the file. */
  async draw(xml: string, diagram?: string): Promise<string | undefined> {
    return withoutEditing(await this.#page.evaluate(exportedSvg, { xml, diagram }));
  }

  /** What cmmn-js exports of the first diagram, without the invisible shapes for clicks; undefined if it cannot draw all of it. */
  async drawCase(xml: string): Promise<string | undefined> {
    return withoutEditing(await this.#page.evaluate(exportedCase, xml));
  }

  /** Has the browser draw both pictures and counts what differs. */
  async compare(ours: string, theirs: string): Promise<PixelDifference> {
    return this.#page.evaluate(pixelDifference, { ours, theirs });
  }
}

function withoutEditing(svg: string | undefined): string | undefined {
  return svg?.replaceAll(/<(rect|path|polyline)\b[^>]*class="djs-(hit|outline)[^"]*"[^>]*(\/>|><\/\1>)/g, '');
}

async function bundledViewers(): Promise<string> {
  const contents = `import Viewer from 'bpmn-js/lib/Viewer';
    import CaseViewer from 'cmmn-js/lib/Viewer';
    Object.assign(window, { Viewer, CaseViewer });`;
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
function exportedCase(xml: string): Promise<string | undefined> {
  const container = document.getElementById('canvas');
  container?.replaceChildren();
  const viewer = new (Reflect.get(window, 'CaseViewer'))({ container });
  return new Promise((resolve) => {
    viewer.importXML(xml, (failure: unknown) => {
      if (failure) resolve(undefined);
      else viewer.saveSVG({}, (_: unknown, svg: string) => resolve(svg));
      viewer.destroy();
    });
  });
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
