/** The room that draws: model with diagrams → SVG without a browser, SVG → PNG. */
export { type Compared, type MarkKind, renderComparison } from './compare-svg.ts';
export { type RasterAssets, rasterize } from './rasterize.ts';
export { type Picture, type PictureChoice, type Pictures, renderSvg } from './render-svg.ts';
