/** Pixels, loaded when a command makes some. A module of its own, so that the bundler leaves out of it what only the server uses. */
export { toPng } from '../server/index.ts';
