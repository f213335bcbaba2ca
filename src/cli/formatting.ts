/** What `fmt` calls, loaded when it has something to read: the other commands start without it. */
import { loadFormatting } from '../workspace/index.ts';

export const { TextFormatter, tidyLayoutOf } = await loadFormatting();
