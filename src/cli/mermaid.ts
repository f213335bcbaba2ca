/** What `export --mermaid` calls, loaded when it has something to write: the other commands start without it. */
import { loadMermaid } from '../workspace/index.ts';

export const { mermaidOf } = await loadMermaid();
