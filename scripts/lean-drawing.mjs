/**
 * What bpmn-js and what it draws with do again and again, done once or with less work: in the page and without a browser alike. The
 * build fails if something is no longer where it was.
 */
import { readFile } from 'node:fs/promises';

const hyphenated = `name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()`;

const changes = [
  {
    // The CSS name of an attribute (`strokeWidth` → `stroke-width`) is searched for whenever one is set, a twelfth of the time of a drawing.
    path: /[\\/]tiny-svg[\\/]dist[\\/][^\\/]+\.js$/,
    found: hyphenated,
    instead: 'hyphenatedName(name)',
    beside: `const hyphenatedNames = new Map();
function hyphenatedName(name) {
  let known = hyphenatedNames.get(name);
  if (known === undefined) hyphenatedNames.set(name, (known = ${hyphenated}));
  return known;
}`,
  },
  {
    // Each arrow head gets 25 random digits as its id, and a list of all that there have ever been is kept. Ids of one page need a count.
    path: /[\\/]bpmn-js[\\/]lib[\\/]draw[\\/]BpmnRenderer\.js$/,
    found: 'new Ids()',
    instead: 'new CountedIds()',
    beside: `class CountedIds {
  #count = 0;
  nextPrefixed(prefix) {
    return prefix + ++this.#count;
  }
}`,
  },
  {
    // A list is walked by its keys as texts, each made a number again; engines compile such a loop anew in every picture.
    path: /[\\/]min-dash[\\/]dist[\\/]index\.js$/,
    found: 'const convertKey = isArray(collection) ? toNum : identity;',
    instead: 'if (isArray(collection)) return forEachItem(collection, iterator);\n  const convertKey = identity;',
    beside: `function forEachItem(list, iterator) {
  const { length } = list;
  for (let index = 0; index < length; index++) {
    if (!(index in list)) continue;
    const item = list[index];
    if (iterator(item, index) === false) return item;
  }
}`,
  },
];

/** cmmn-js brings older versions of the same libraries. */
const older = /[\\/]cmmn-(js|moddle)[\\/]/;

export const leanDrawing = {
  name: 'lean-drawing',
  setup(build) {
    for (const { path: filter, found, instead, beside } of changes)
      build.onLoad({ filter }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        if (!source.includes(found) && older.test(path)) return undefined;
        if (!source.includes(found)) return { errors: [{ text: `${path} no longer says "${found}".` }] };
        return { contents: `${beside}\n${source.replace(found, instead)}`, loader: 'js' };
      });
  },
};
