/** The sizes of what is built and published: run `npm run package` before. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const root = join(import.meta.dirname, '..');
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0).padStart(6)} KB`;

/** What belongs together, and where it is. */
const groups = {
  'command line': ['dist/cli.js', 'dist/cli/*.js'],
  'language server': ['dist/server.cjs'],
  extension: ['dist/extension.cjs'],
  'preview page': ['dist/webview/*'],
  'rasterizer and fonts': ['dist/assets/**/*.{wasm,ttf}'],
  'npm package': ['test-output/packages/*.tgz'],
  '.vsix': ['test-output/packages/*.vsix'],
};

for (const [name, patterns] of Object.entries(groups)) {
  const files = globSync(patterns, { cwd: root }).filter((path) => !path.endsWith('.map'));
  const contents = files.map((path) => readFileSync(join(root, path)));
  const plain = contents.reduce((sum, content) => sum + content.length, 0);
  const packed = contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  const figure = files.length > 0 ? `${kilobytes(plain)}, gzip ${kilobytes(packed)}` : 'not built';
  console.log(`${name.padEnd(22)} ${figure}`);
}
