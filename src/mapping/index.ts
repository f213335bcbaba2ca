export { type Compiled, compile, type Head, type Kept } from './compile.ts';
export type { SourceMap } from './source-map.ts';
