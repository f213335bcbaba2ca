/** Absolute paths with `/`, as `Files` have them, also those that begin with a drive (`C:/`). */

/** The folder of a file or folder; that of a root is the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  if (slash < 0) return path;
  return slash === path.indexOf('/') ? path.slice(0, slash + 1) : path.slice(0, slash);
}

/** A path as it is written in a file of `folder`, as an absolute one. */
export function resolvePath(folder: string, path: string): string {
  const written = path.replaceAll('\\', '/');
  const isAbsolute = /^([A-Za-z]:)?\//.test(written);
  const kept: string[] = [];
  for (const part of (isAbsolute ? written : `${folder}/${written}`).split('/').slice(1)) {
    if (part === '..') kept.pop();
    else if (part !== '.' && part !== '') kept.push(part);
  }
  const [drive = ''] = /^[A-Za-z]:/.exec(isAbsolute ? written : folder) ?? [];
  return `${drive}/${kept.join('/')}`;
}

/** A file as seen from a folder: `drafts/order.bpmn`, `../order.bpmn`. */
export function pathFrom(folder: string, file: string): string {
  const [from, to] = [folder, file].map((path) => path.split('/').filter((part) => part !== ''));
  if (!from || !to) return file;
  const differs = to.findIndex((part, at) => part !== from[at]);
  const shared = differs < 0 ? to.length : differs;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
