/** What `diff` calls, loaded when it has something to compare: the other commands start without it. */
import { loadComparison } from '../workspace/index.ts';

export const { compareDocuments, isSound, renderComparison, whyNotComparable } = await loadComparison();
