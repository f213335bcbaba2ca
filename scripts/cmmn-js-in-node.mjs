/**
 * cmmn-js's own version of min-dom looks for a `window` as soon as it is loaded. Where cmmn-js draws without a browser it gets the
 * version that bpmn-js has, which waits until it is called. The build fails if cmmn-js asks for something that this one has not.
 */
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

export const cmmnJsInNode = {
  name: 'cmmn-js-in-node',
  setup(build) {
    build.onResolve({ filter: /^min-dom$/ }, ({ importer, kind, resolveDir }) =>
      /[\\/]cmmn-js[\\/]/.test(importer) && resolveDir !== root
        ? build.resolve('min-dom', { kind, importer: join(root, 'package.json'), resolveDir: root })
        : undefined,
    );
  },
};
