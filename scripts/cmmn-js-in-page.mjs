/**
 * cmmn-js draws in black and white, and measures text in an element with a style of its own, which our page's policy forbids. In
 * the page it draws in the colours of the theme, as bpmn-js does by its options, and the style sheet hides that element. The
 * build fails if one of these is no longer where it was.
 */
import { readFile } from 'node:fs/promises';

const changes = [
  {
    filter: /[\\/]cmmn-js[\\/]lib[\\/]draw[\\/]CmmnRenderer\.js$/,
    texts: {
      "'black'": "'var(--procedo-stroke)'",
      "'white'": "'var(--procedo-fill)'",
      // No colour at all to a browser, which then fills in black.
      "'000'": "'var(--procedo-stroke)'",
    },
  },
  {
    filter: /[\\/]cmmn-js[\\/]node_modules[\\/]diagram-js[\\/]lib[\\/]util[\\/]Text\.js$/,
    texts: { "style: 'visibility: hidden; position: fixed'": "class: 'procedo-measure'" },
  },
];

export const cmmnJsInPage = {
  name: 'cmmn-js-in-page',
  setup(build) {
    for (const { filter, texts } of changes) {
      build.onLoad({ filter }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [before, after] of Object.entries(texts)) {
          if (!contents.includes(before)) return { errors: [{ text: `${path} no longer holds ${before}.` }] };
          contents = contents.replaceAll(before, after);
        }
        return { contents, loader: 'js' };
      });
    }
  },
};
