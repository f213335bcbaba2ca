/**
 * What of cmmn-js is otherwise in our page: it draws in the colours of the theme, as bpmn-js does by its options; the element that
 * it measures text in is hidden by the style sheet, for our policy forbids a style of its own; it measures labels in there
 * too, for in the picture their sizes would depend on the zoom; its XML reader takes any id (any-xml-id.mjs), and begins
 * at once instead of after a timer. The build fails if one of these is no longer where it was.
 */
import { readFile } from 'node:fs/promises';
import { anyName, asciiOnly } from './any-xml-id.mjs';

/** Runs in the page: the box of a text that is the last of its parent. */
function unscaledBox(text) {
  const parent = text.parentNode;
  document.querySelector('.procedo-measure').append(text);
  const box = text.getBBox();
  parent.append(text);
  return box;
}

const changes = [
  {
    filter: /[\\/]cmmn-js[\\/]lib[\\/]draw[\\/]CmmnRenderer\.js$/,
    texts: {
      "'black'": "'var(--procedo-stroke)'",
      "'white'": "'var(--procedo-fill)'",
      // No colour at all to a browser, which then fills in black.
      "'000'": "'var(--procedo-stroke)'",
      'textBox.getBBox()': 'unscaledBox(textBox)',
      'textElement.getBBox()': 'unscaledBox(textElement)',
    },
    added: unscaledBox.toString(),
  },
  {
    filter: /[\\/]cmmn-js[\\/]node_modules[\\/]diagram-js[\\/]lib[\\/]util[\\/]Text\.js$/,
    texts: { "style: 'visibility: hidden; position: fixed'": "class: 'procedo-measure'" },
    added: '',
  },
  {
    filter: /[\\/]cmmn-moddle[\\/]node_modules[\\/]moddle-xml[\\/]lib[\\/]read\.js$/,
    texts: { [asciiOnly]: anyName, 'setTimeout(fn, 0)': 'queueMicrotask(fn)' },
    added: '',
  },
];

export const cmmnJsInPage = {
  name: 'cmmn-js-in-page',
  setup(build) {
    for (const { filter, texts, added } of changes) {
      build.onLoad({ filter }, async ({ path }) => {
        let contents = await readFile(path, 'utf8');
        for (const [before, after] of Object.entries(texts)) {
          if (!contents.includes(before)) return { errors: [{ text: `${path} no longer holds ${before}.` }] };
          contents = contents.replaceAll(before, after);
        }
        return { contents: contents + added, loader: 'js' };
      });
    }
  },
};
