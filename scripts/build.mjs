/**
 * Makes everything that runs into dist/: the command line, the language server, the extension, the preview page.
 *
 *   node scripts/build.mjs [--watch] [cli] [commands] [server] [analysis] [import] [extension] [webview]
 *
 * Without a name all of them. `--watch` builds for debugging (source maps, readable) and builds anew at every change.
 */
import './project-node.mjs';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import * as esbuild from 'esbuild';
import { cmmnJsInNode } from './cmmn-js-in-node.mjs';
import { leanBuiltins, leanFeel, leanLangium } from './lean-commands.mjs';
import { leanDrawing } from './lean-drawing.mjs';
import { mergeChunks } from './merge-chunks.mjs';
import { pageBundle } from './page-bundle.mjs';
import { straightImports } from './straight-imports.mjs';

const root = join(import.meta.dirname, '..');
const dist = join(root, 'dist');
const { values, positionals } = parseArgs({ options: { watch: { type: 'boolean' } }, allowPositionals: true });

/** Of package.json only the version goes into a bundle. */
const onlyTheVersion = {
  name: 'only-the-version',
  setup(build) {
    build.onLoad({ filter: /package\.json$/ }, async ({ path }) => {
      if (path !== join(root, 'package.json')) return undefined;
      const { version } = JSON.parse(await readFile(path, 'utf8'));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

/** Our own modules do nothing when they are loaded, so what nobody uses of them need not be. */
const ownCodeIsPure = {
  name: 'own-code-is-pure',
  setup(build) {
    build.onResolve({ filter: /^\.\.?\/.*\.ts$/ }, ({ path, resolveDir, kind }) =>
      kind === 'import-statement' && resolveDir.startsWith(join(root, 'src'))
        ? { path: join(resolveDir, path), sideEffects: false }
        : undefined,
    );
  },
};

/** The first file of the command line leaves all else to files of its own, loaded when it has looked at Node's version. */
const restApart = {
  name: 'rest-apart',
  setup(build) {
    build.onResolve({ filter: /^\.\/start\.ts$/ }, () => ({ path: './cli/start.js', external: true }));
  },
};

/**
 * `procedo lsp` runs the language server's bundle. Bundled together they would share chunks, and then a command on XML
 * would load the language, which only the server and texts need.
 */
const serverApart = {
  name: 'server-apart',
  setup(build) {
    build.onResolve({ filter: /\/server\/main\.ts$/ }, () => ({ path: '../server.cjs', external: true }));
  },
};

const common = {
  absWorkingDir: root,
  bundle: true,
  minify: !values.watch,
  sourcemap: values.watch ? 'linked' : false,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
  plugins: [onlyTheVersion],
};
const node = { ...common, platform: 'node', target: 'node22' };

const bundles = {
  cli: {
    ...node,
    entryPoints: ['src/cli/main.ts'],
    outfile: 'dist/cli.js',
    format: 'esm',
    target: 'node14',
    plugins: [restApart],
  },
  // Split at its dynamic imports: what a command does not use is not even parsed (bench/cli-start.mjs).
  commands: {
    ...node,
    entryPoints: ['src/cli/start.ts', 'src/cli/thread.ts'],
    outdir: 'dist/cli',
    format: 'esm',
    splitting: true,
    chunkNames: '[name]-[hash]',
    plugins: [
      onlyTheVersion,
      serverApart,
      leanBuiltins,
      leanFeel,
      leanLangium,
      ownCodeIsPure,
      straightImports(join(root, 'src')),
      cmmnJsInNode,
      leanDrawing,
    ],
  },
  server: {
    ...node,
    entryPoints: ['src/server/main.ts'],
    outfile: 'dist/server.cjs',
    format: 'cjs',
    plugins: [onlyTheVersion, cmmnJsInNode, leanDrawing],
    // A bundle of CommonJS knows no `import.meta`.
    define: { 'import.meta.url': 'bundleUrl' },
    banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
  },
  // The thread that the server judges models in: what it needs, and neither the language nor pictures.
  analysis: {
    ...node,
    entryPoints: ['src/server/analysis-worker.ts'],
    outfile: 'dist/analysis-worker.mjs',
    format: 'esm',
    plugins: [onlyTheVersion, ownCodeIsPure],
  },
  // The thread that models become texts in: the language, and no pictures.
  import: {
    ...node,
    entryPoints: ['src/server/import-worker.ts'],
    outfile: 'dist/import-worker.mjs',
    format: 'esm',
    plugins: [onlyTheVersion, ownCodeIsPure],
  },
  extension: {
    ...node,
    entryPoints: ['src/extension/main.ts'],
    outfile: 'dist/extension.cjs',
    format: 'cjs',
    external: ['vscode'],
  },
  webview: {
    ...common,
    ...pageBundle,
    outdir: 'dist/webview',
    target: 'chrome128',
    plugins: [onlyTheVersion, ...pageBundle.plugins],
  },
};

/** What rendering a PNG loads on need: the rasterizer and the fonts. */
async function copyAssets() {
  await mkdir(join(dist, 'assets'), { recursive: true });
  await cp(join(root, 'node_modules/@resvg/resvg-wasm/index_bg.wasm'), join(dist, 'assets/resvg.wasm'));
  await cp(join(root, 'assets/fonts'), join(dist, 'assets/fonts'), { recursive: true });
}

const isOfModels =
  /^(src\/(base|schema|model)\/|.*node_modules\/(saxes|xmlchars)\/|src\/workspace\/(source-document|source-reader|xml-source-map|diagrams-showing)\.ts)/;

/** What is one file of the commands: the small chunks, and what reads and writes models and documents, which most commands do. */
const groups = {
  'shared.js': ({ bytes }) => bytes < 5000,
  'model.js': ({ inputs }) => Object.keys(inputs).every((path) => isOfModels.test(path)),
};

/** Writes the commands. Chunk names hold a hash: those of earlier builds are removed. */
async function buildCommands(folder) {
  const files = await mergeChunks(await esbuild.build({ ...bundles.commands, write: false }), groups);
  await mkdir(folder, { recursive: true });
  await Promise.all([...files].map(([name, content]) => writeFile(join(folder, name), content)));
  for (const name of await readdir(folder)) if (!files.has(name)) await rm(join(folder, name));
}

async function build(name) {
  if (name === 'commands') await buildCommands(join(root, bundles.commands.outdir));
  else await esbuild.build(bundles[name]);
}

const names = positionals.length > 0 ? positionals : Object.keys(bundles);
const unknown = names.find((name) => !(name in bundles));
if (unknown) {
  console.error(`There is no bundle "${unknown}": name some of ${Object.keys(bundles).join(', ')}.`);
  process.exit(2);
}

try {
  await copyAssets();
  if (values.watch) {
    const contexts = await Promise.all(names.map((name) => esbuild.context({ ...bundles[name], logLevel: 'info' })));
    await Promise.all(contexts.map((context) => context.watch()));
  } else {
    await Promise.all(names.map(build));
  }
} catch (error) {
  // esbuild has already printed what is wrong with the source.
  if (!error.errors) console.error(error.message);
  process.exit(1);
}
