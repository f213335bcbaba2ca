/** The same as `load`, which is called once: to ask for a module that is there takes as long as to read a small file. */
export function once<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
