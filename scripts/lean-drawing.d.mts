import type { Plugin } from 'esbuild';

export declare const leanDrawing: Plugin;
