/** How the pages are bundled, for what we publish and for the tests: the preview, the comparison, and cmmn-js in a file loaded on need. */
import { anyXmlId } from './any-xml-id.mjs';
import { cmmnJsInPage } from './cmmn-js-in-page.mjs';
import { leanDrawing } from './lean-drawing.mjs';

export const pageBundle = {
  entryPoints: { preview: 'webview/preview.ts', comparison: 'webview/comparison.ts' },
  bundle: true,
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  plugins: [anyXmlId, cmmnJsInPage, leanDrawing],
  // bpmn-js's icon font comes in five formats; the editor's browser needs one.
  loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
  assetNames: '[name]',
};
