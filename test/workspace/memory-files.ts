import type { Files } from '../../src/workspace/index.ts';

/** Files by path; all texts share one name space. */
export function memoryFiles(contents: Readonly<Record<string, string>>): Files {
  return {
    read: async (path) => (path in contents ? new TextEncoder().encode(contents[path]) : undefined),
    siblings: async (path) => Object.keys(contents).filter((name) => name !== path && name.endsWith('.procedo')),
  };
}
