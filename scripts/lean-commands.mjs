/**
 * What the command line's bundle has in place of modules that cost a start more than they give it. The language server and
 * the extension, which start once, take them as they are.
 */
import { isBuiltin } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Node's own modules as the command line needs them. Loading one reads all its properties, getters too: `node:util`
 * brings workers with it, `node:fs` streams, `node:process` the terminal, together half an empty start. So what we call of
 * them is asked for at the call. commander asks for them to start programs and to measure colours, which ours have not.
 */
export const leanBuiltins = {
  name: 'lean-builtins',
  setup(build) {
    const forCommander = {
      'node:child_process': 'export default {};',
      'node:fs': 'export default {};',
      'node:util': 'export const stripVTControlCharacters = (text) => text;',
    };
    build.onResolve({ filter: /./ }, ({ path, importer, kind }) => {
      if (!isBuiltin(path) || kind === 'dynamic-import') return undefined;
      if (path in forCommander && /[\\/]commander[\\/]/.test(importer)) return { path, namespace: 'for-commander' };
      // Each of our files has its own: shared ones would be files of a few bytes, and each file costs a start.
      return importer.endsWith('.ts')
        ? { path, namespace: 'at-the-call', suffix: `?${importer}` }
        : { path, namespace: 'builtin' };
    });
    build.onLoad({ filter: /./, namespace: 'for-commander' }, ({ path }) => ({ contents: forCommander[path] }));
    build.onLoad({ filter: /./, namespace: 'at-the-call' }, ({ path }) => ({ contents: askedAtTheCall(path) }));
    // As a call and not as an import: packages in CommonJS ask by `require`, which a module has not.
    build.onLoad({ filter: /./, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = ${/^(node:)?process$/.test(path) ? 'process' : `process.getBuiltinModule(${JSON.stringify(path)})`};`,
    }));
  },
};

/** A module that has all of a module of Node: functions and classes that ask for it when they are called, and values. */
function askedAtTheCall(path) {
  const asked = `let own; const asked = () => (own ??= process.getBuiltinModule(${JSON.stringify(path)}));`;
  const exported = Object.entries(process.getBuiltinModule(path)).map(([name, value]) =>
    typeof value === 'function'
      ? `export function ${name}(...args) { return new.target ? new (asked().${name})(...args) : asked().${name}(...args); }`
      : `export const ${name} = /* @__PURE__ */ (() => asked().${name})();`,
  );
  return [asked, ...exported].join('\n');
}

/** FEEL, parsed and evaluated: what these packages set up takes a sixth of the time of a `lint`, and most models have none. */
export const leanFeel = {
  name: 'lean-feel',
  setup(build) {
    const atTheCall = {
      'lezer-feel': `
        let own;
        export const parser = { parse: (text) => (own ??= require('lezer-feel').parser).parse(text) };`,
      feelin: `
        let own;
        export const evaluate = (code, data) => (own ??= require('feelin').evaluate)(code, data);`,
    };
    build.onResolve({ filter: /^(lezer-feel|feelin)$/ }, ({ path, importer }) =>
      importer.endsWith('.ts') ? { path, namespace: 'feel-at-the-call' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'feel-at-the-call' }, ({ path }) => ({
      contents: atTheCall[path],
      resolveDir: import.meta.dirname,
    }));
  },
};

const jsonRpc = dirname(fileURLToPath(import.meta.resolve('vscode-jsonrpc')));
const jsonRpcFile = (name) => JSON.stringify(join(jsonRpc, name));

/**
 * Langium without what only editors need of it: of the protocol it takes cancelling and events, which bring all messages of
 * the protocol with them, and it knows a second way to look ahead, which our parser does not use.
 */
export const leanLangium = {
  name: 'lean-langium',
  setup(build) {
    const forLangium = {
      'vscode-languageserver-protocol': `
        export { CancellationToken, CancellationTokenSource } from ${jsonRpcFile('cancellation.js')};
        export { Emitter } from ${jsonRpcFile('events.js')};
        export { ResponseError } from ${jsonRpcFile('messages.js')};
        export const LSPErrorCodes = { RequestFailed: -32803, ServerCancelled: -32802 };`,
      'chevrotain-allstar': 'export class LLStarLookaheadStrategy {}',
    };
    build.onResolve({ filter: /^(vscode-languageserver-protocol|chevrotain-allstar)$/ }, ({ path, importer }) =>
      /[\\/]langium[\\/]lib[\\/](?!lsp)/.test(importer) ? { path, namespace: 'for-langium' } : undefined,
    );
    build.onLoad({ filter: /./, namespace: 'for-langium' }, ({ path }) => ({
      contents: forLangium[path],
      resolveDir: import.meta.dirname,
    }));
  },
};
