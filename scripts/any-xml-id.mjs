/**
 * bpmn-js's XML reader refuses ids with letters beyond ASCII, which XML and the standard take, and leaves such elements out of
 * the picture. In our page it reads any XML name. The build fails if the check is no longer where it was.
 */
import { readFile } from 'node:fs/promises';

export const asciiOnly = '/^([a-z][\\w-.]*:)?[a-z_][\\w-.]*$/i';
export const anyName = '/^[\\p{L}_][\\p{L}\\p{M}\\p{N}_\\-.:·]*$/u';

export const anyXmlId = {
  name: 'any-xml-id',
  setup(build) {
    build.onLoad({ filter: /[\\/]moddle-xml[\\/]dist[\\/][^\\/]+\.js$/ }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes(asciiOnly)) return { errors: [{ text: `${path} no longer checks ids as expected.` }] };
      return { contents: source.replaceAll(asciiOnly, anyName), loader: 'js' };
    });
  },
};
