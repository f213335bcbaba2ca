/** What `textconv` calls, loaded when it has a file: the other commands start without printing, and this one without the layout. */
export { loadTextOfModel, SourceReader } from '../workspace/index.ts';
