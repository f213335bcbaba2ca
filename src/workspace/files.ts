/** Where files come from; each face implements it (disk, editor buffers, memory). Paths use `/`. */
export interface Files {
  /** The file's bytes, or `undefined` if there is none. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Why `read` gave nothing of a file that is there, as a sentence; `undefined`: nothing is there. Left out where whatever is there can be read. */
  refusal?(path: string): Promise<string | undefined>;
  /** The other `.procedo` files that share a name space with this one. */
  siblings(path: string): Promise<string[]>;
}

/** No files but the one at hand (standard input, a single buffer). */
export const noFiles: Files = {
  read: async () => undefined,
  siblings: async () => [],
};

/** Files among which what a model calls is looked for. */
export interface ModelFiles extends Files {
  /** The other files of BPMN and CMMN that belong together with this one, the nearest first. */
  models(path: string): Promise<string[]>;
}
