/** All runs of a model. Built on the execution rules of src/semantics. */
export { type Exploration, explore } from './explore.ts';
