import type { Plugin } from 'esbuild';

export declare const cmmnJsInNode: Plugin;
