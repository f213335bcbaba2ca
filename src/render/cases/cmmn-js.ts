/**
 * The parts of cmmn-js that draw. One module for all, because its packages do not load in Node as they stand (modules without
 * endings in CommonJS packages): whatever runs this file bundles it.
 */
export { default as DrawModule } from 'cmmn-js/lib/draw/index.js';
export { default as CmmnTreeWalker } from 'cmmn-js/lib/import/CmmnTreeWalker.js';
export { default as ImportModule } from 'cmmn-js/lib/import/index.js';
