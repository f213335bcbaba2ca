import type { Plugin } from 'esbuild';

export declare const cmmnJsInPage: Plugin;
