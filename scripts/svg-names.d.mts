import type { Plugin } from 'esbuild';

export declare const svgNamesOnce: Plugin;
