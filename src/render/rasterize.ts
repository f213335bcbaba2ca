import { initWasm, Resvg } from '@resvg/resvg-wasm';

/** What drawing pixels needs beside the picture; whoever has a file system reads it. */
export interface RasterAssets {
  /** resvg's WebAssembly module (`@resvg/resvg-wasm/index_bg.wasm`). */
  readonly wasm: BufferSource | WebAssembly.Module;
  /** TrueType fonts, of which one has the widths of Arial. */
  readonly fonts: readonly Uint8Array[];
}

/** Pixels per px of the picture: enough for sharp text on a screen with a high density. */
const scale = 2;

/** The family that stands in for Arial and all others: no other font is loaded. */
const fontFamily = 'Liberation Sans';

let ready: Promise<void> | undefined;

/**
 * An SVG picture as PNG, on white, at twice its size. Only the given fonts are used, so that the result is the same on
 * every machine; a character that they lack is drawn as a box or left out.
 *
 * @throws Error if the text is no SVG or the assets are no WebAssembly module
 */
export async function rasterize(svg: string, { wasm, fonts }: RasterAssets): Promise<Uint8Array> {
  // The module can be set up once in a process only; a failed attempt may be repeated.
  ready ??= initWasm(wasm).catch((error: unknown) => {
    ready = undefined;
    throw error;
  });
  await ready;
  const resvg = new Resvg(svg, {
    background: 'white',
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: [...fonts], defaultFontFamily: fontFamily, sansSerifFamily: fontFamily },
  });
  const image = resvg.render();
  try {
    return image.asPng();
  } finally {
    image.free();
    resvg.free();
  }
}
