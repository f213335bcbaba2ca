import * as esbuild from 'esbuild';
import { cmmnJsInNode } from './cmmn-js-in-node.mjs';

/** For tests, which run the sources: the one file that imports cmmn-js comes bundled, as in what we publish. */
export const bundledCmmnJs = {
  name: 'bundled-cmmn-js',
  async load(id: string): Promise<string | undefined> {
    if (!id.endsWith('/src/render/cases/cmmn-js.ts')) return undefined;
    const options = { bundle: true, write: false, format: 'esm', platform: 'node' } as const;
    const { outputFiles } = await esbuild.build({ ...options, entryPoints: [id], plugins: [cmmnJsInNode] });
    return outputFiles[0]?.text;
  },
};
