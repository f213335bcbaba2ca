import type { BuildOptions, Plugin } from 'esbuild';

export declare const pageBundle: BuildOptions & { readonly plugins: Plugin[] };
