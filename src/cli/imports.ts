/** What `import` calls, loaded when it has something to read: the other commands start without it. */
import { loadImport } from '../workspace/index.ts';

export const { ModelImporter } = await loadImport();
