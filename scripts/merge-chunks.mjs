/**
 * Chunks of a bundle that is split, put together. The bundler makes a chunk of what the same entries lead to, many of a few
 * bytes, and each file costs a start as much as fifty kilobytes do (bench/cli-start.mjs).
 */
import { basename } from 'node:path';
import * as esbuild from 'esbuild';

const imported = /\b(import|export)\s*\{([^}]*)\}\s*from\s*"\.\/([^"]+)"|\bimport\s*"\.\/([^"]+)"/g;

/**
 * Puts the chunks of each group together in one file, as far as they lead to each other, or to groups before them, alone.
 * @param built what esbuild has made, not written, with its metafile
 * @param groups by the name of the file: whether a chunk belongs, by its output in the metafile
 * @returns the contents of the files by their names
 */
export async function mergeChunks({ outputFiles, metafile }, groups) {
  const chunks = new Map(Object.entries(metafile.outputs).map(([path, output]) => [basename(path), output]));
  const contents = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
  /** By the name of a chunk: the file that it is in now. */
  const homes = new Map();
  const files = new Map();
  for (const [home, belongs] of Object.entries(groups)) {
    const members = await membersOf(chunks, contents, homes, belongs);
    for (const name of members) homes.set(name, home);
    files.set(home, await joined(members, chunks, contents));
  }
  for (const [name, content] of contents) if (!homes.has(name)) files.set(name, content);
  return new Map([...files].map(([name, content]) => [name, redirected(content, homes)]));
}

async function membersOf(chunks, contents, homes, belongs) {
  const members = new Set();
  for (const [name, output] of chunks)
    if (!output.entryPoint && !homes.has(name) && belongs(output) && !(await waits(contents.get(name))))
      members.add(name);
  let size;
  do {
    size = members.size;
    for (const name of members)
      if (!leadsTo(chunks.get(name)).every((other) => members.has(other) || homes.has(other))) members.delete(name);
  } while (members.size < size);
  return members;
}

/** Whether a chunk waits for something when it is loaded. It stays by itself, else all would wait. CommonJS has no such thing. */
async function waits(content) {
  const made = await esbuild.transform(content, { format: 'cjs', logLevel: 'silent' }).catch(() => undefined);
  return made === undefined;
}

function leadsTo({ imports }) {
  return imports.filter(({ kind }) => kind === 'import-statement').map(({ path }) => basename(path));
}

/** One file of chunks that has all that they export, each name with that of its chunk before it. */
async function joined(members, chunks, contents) {
  const lines = [...members].map((name) => {
    const list = chunks.get(name).exports.map((one) => `${one} as ${nameIn(name, one)}`);
    return `export { ${list.join(', ')} } from './${name}';`;
  });
  const ofMembers = {
    name: 'of-members',
    setup(build) {
      build.onResolve({ filter: /^\.\// }, ({ path, kind }) =>
        kind === 'import-statement' && members.has(basename(path))
          ? { path: basename(path), namespace: 'chunk' }
          : { path, external: true },
      );
      build.onLoad({ filter: /./, namespace: 'chunk' }, ({ path }) => ({ contents: contents.get(path) }));
    },
  };
  const { outputFiles } = await esbuild.build({
    stdin: { contents: lines.join('\n') },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    write: false,
    logLevel: 'warning',
    plugins: [ofMembers],
  });
  return outputFiles[0].text;
}

function nameIn(chunk, name) {
  return `${chunk.replace(/\W/g, '_')}_${name}`;
}

/** The content of a file that asks for what is put together where it is now. */
function redirected(content, homes) {
  return content.replaceAll(imported, (found, what, list, named, bare) => {
    const home = homes.get(named ?? bare);
    if (!home) return found;
    if (bare) return `import"./${home}"`;
    const names = list.split(',').map((item) => {
      const [name, local = name] = item.trim().split(/\s+as\s+/);
      return `${nameIn(named, name)} as ${local}`;
    });
    return `${what}{${names}}from"./${home}"`;
  });
}
