import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkImports } from '../../scripts/check-imports.ts';

test('each import rule notices its breach', async () => {
  const { modules, breaches } = await checkImports(join(import.meta.dirname, '../fixtures/house/imports'));
  expect(modules).toBe(5);
  const heads = breaches.map((breach) => breach.split(':')[0]?.replace(/\s+/g, ' '));
  const noticed = heads.map((head) => head?.replace(/\S*node_modules\/@types\/(\w+)\S*/, '$1')).sort();
  expect(noticed).toEqual([
    'src/base/looks-up.ts → src/model/index.ts base-imports-downwards-only',
    'src/model/circle.ts → src/model/index.ts → src/model/circle.ts no-cycles',
    'src/render/index.ts → ./nowhere.ts resolvable',
    'src/render/index.ts → fs node-only-at-the-faces',
    'src/render/index.ts → vscode vscode-only-in-extension',
    'webview/preview.ts → src/render/index.ts webview-speaks-protocol',
  ]);
});
