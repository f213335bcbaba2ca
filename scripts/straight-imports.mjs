/**
 * Imports from the index of a room, and what is passed on from one, lead straight to the files that have the names. The bundler
 * counts with all that an index leads to, used or not, when it decides what a command loads: without this `lint` would load the layout.
 */
import { readFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

const reExport = /^export (type )?\{([^}]*)\} from '([^']+)';$/gm;
const fromIndex = /^(import|export) \{([^}]*)\} from '([^']*\/index\.ts)';$/gm;

const namesIn = (list) =>
  list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && !name.startsWith('type '));

/** @param room the folder whose files it is for */
export function straightImports(room) {
  /** By the path of an index: the files of the names that it passes on, and what they are called there. */
  const indices = new Map();
  const homesIn = (index) => {
    const known = indices.get(index);
    if (known) return known;
    const found = readFile(index, 'utf8').then((source) => {
      const homes = new Map();
      for (const [, type, list, from] of source.matchAll(reExport))
        if (!type)
          for (const name of namesIn(list)) {
            const [own, passedOn = own] = name.split(' as ');
            homes.set(passedOn, { file: join(dirname(index), from), own });
          }
      return homes;
    });
    indices.set(index, found);
    return found;
  };

  return {
    name: 'straight-imports',
    setup(build) {
      build.onResolve({ filter: /\/index\.ts\?own$/ }, ({ path, resolveDir }) => ({
        path: join(resolveDir, path.replace('?own', '')),
        suffix: '?own',
        sideEffects: false,
      }));
      build.onLoad({ filter: /\.ts$/ }, async ({ path, suffix }) => {
        if (!path.startsWith(room)) return undefined;
        const source = await readFile(path, 'utf8');
        const contents = suffix === '?own' ? source.replaceAll(reExport, '') : await straightened(source, path);
        return { contents, loader: 'ts', resolveDir: dirname(path) };
      });
    },
  };

  async function straightened(source, path) {
    const imports = [...source.matchAll(fromIndex)];
    const written = await Promise.all(imports.map(([, what, list, from]) => straight(what, list, from, dirname(path))));
    let at = 0;
    return source.replaceAll(fromIndex, () => written[at++]);
  }

  async function straight(what, list, from, folder) {
    const homes = await homesIn(join(folder, from));
    const lines = namesIn(list).map((name) => {
      const [wanted, local = wanted] = name.split(' as ');
      const home = homes.get(wanted);
      const target = home ? `./${relative(folder, home.file)}` : `${from}?own`;
      const own = home?.own ?? wanted;
      return `${what} { ${own === local ? own : `${own} as ${local}`} } from '${target.replaceAll('\\', '/')}';`;
    });
    return lines.join(' ');
  }
}
