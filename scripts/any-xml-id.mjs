/**
 * The XML readers of bpmn-js and cmmn-js refuse ids with letters beyond ASCII, which XML and the standards take, and leave such
 * elements out of the picture. In our page they read any XML name. The build fails if the check is no longer where it was.
 */
import { readFile } from 'node:fs/promises';

const asciiOnly = '/^([a-z][\\w-.]*:)?[a-z_][\\w-.]*$/i';
const anyName = '/^[\\p{L}_][\\p{L}\\p{M}\\p{N}_\\-.:·]*$/u';

/** Where the check is: in the file that the newer version is bundled to, and in that of the reader of the older. */
const readers = /[\\/]moddle-xml[\\/](dist[\\/][^\\/]+|lib[\\/]read)\.js$/;

export const anyXmlId = {
  name: 'any-xml-id',
  setup(build) {
    build.onLoad({ filter: readers }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      if (!source.includes(asciiOnly)) return { errors: [{ text: `${path} no longer checks ids as expected.` }] };
      return { contents: source.replaceAll(asciiOnly, anyName), loader: 'js' };
    });
  },
};
