/**
 * What the commands call, loaded when one has something to read. A module of its own, so that the bundler leaves out of
 * it what only editors use: a command on XML starts without the language.
 */
export {
  exportXml,
  layoutXml,
  notationsOf,
  rasterize,
  render,
  SourceReader,
} from '../workspace/index.ts';
