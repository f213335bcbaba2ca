/** What `textconv` calls, loaded when it has a model: the other commands start without it. */
import { loadTextOfModel } from '../workspace/index.ts';

export const { textOfModel } = await loadTextOfModel();
