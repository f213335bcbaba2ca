/** What we use of cmmn-js, which has no types of its own: modules of diagram-js, and a class that walks a model. */
declare module 'cmmn-js/lib/draw/index.js' {
  const module: object;
  export default module;
}

declare module 'cmmn-js/lib/import/index.js' {
  const module: object;
  export default module;
}

declare module 'cmmn-js/lib/import/CmmnTreeWalker.js' {
  /** Calls the visitor for the diagram, then for each element with a place in it, parents first. */
  const CmmnTreeWalker: new (visitor: {
    root(diagram: object): unknown;
    element(element: object, parent: unknown): unknown;
    addItem(element: object): void;
    error(message: string, context: { readonly element?: { readonly id?: string } }): void;
  }) => { handleDefinitions(definitions: object, diagram: object): void };
  export default CmmnTreeWalker;
}
