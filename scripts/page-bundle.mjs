/** How the preview page is bundled, for what we publish and for the tests: its first file, and cmmn-js in one loaded on need. */
import { anyXmlId } from './any-xml-id.mjs';
import { cmmnJsInPage } from './cmmn-js-in-page.mjs';
import { svgNamesOnce } from './svg-names.mjs';

export const pageBundle = {
  entryPoints: ['webview/preview.ts'],
  bundle: true,
  format: 'esm',
  splitting: true,
  chunkNames: '[name]-[hash]',
  plugins: [anyXmlId, cmmnJsInPage, svgNamesOnce],
  // bpmn-js's icon font comes in five formats; the editor's browser needs one.
  loader: { '.woff2': 'file', '.woff': 'empty', '.ttf': 'empty', '.eot': 'empty', '.svg': 'empty' },
  assetNames: '[name]',
};
