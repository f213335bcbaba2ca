/**
 * tiny-svg writes out the CSS name of an attribute (`strokeWidth` → `stroke-width`) by a search whenever it sets one, a twelfth of the
 * time of a drawing. Here each name is made once. The build fails if that is no longer where it was.
 */
import { readFile } from 'node:fs/promises';

const made = `name.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase()`;

export const svgNamesOnce = {
  name: 'svg-names-once',
  setup(build) {
    build.onLoad({ filter: /[\\/]tiny-svg[\\/]dist[\\/][^\\/]+\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes(made)) return { errors: [{ text: `${path} no longer makes names as expected.` }] };
      const contents = `const hyphenatedNames = new Map();\n${source.replace(made, 'hyphenatedName(name)')}
function hyphenatedName(name) {
  let hyphenated = hyphenatedNames.get(name);
  if (hyphenated === undefined) hyphenatedNames.set(name, (hyphenated = ${made}));
  return hyphenated;
}\n`;
      return { contents, loader: 'js' };
    });
  },
};
