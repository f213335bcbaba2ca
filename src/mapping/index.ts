export { type CompiledCases, compileCases } from './cases/compile-cases.ts';
export { collaborationKey } from './collaboration-key.ts';
export { type Compiled, compile } from './compile.ts';
export type { Head, Kept } from './kept.ts';
export { type SourceMap, SourceMapBuilder } from './source-map.ts';
