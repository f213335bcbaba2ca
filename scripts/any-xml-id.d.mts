import type { Plugin } from 'esbuild';

export declare const anyXmlId: Plugin;
