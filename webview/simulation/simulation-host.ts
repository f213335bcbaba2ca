/** What a simulation asks of the page. */
export interface SimulationHost {
  /** Shows an element in picture and text. */
  show(element: string): void;
  /** Shows another diagram of the document; then the model is loaded again. */
  showDiagram(id: string): void;
  /** Sets or removes a break point in the text, where the element has a place there. */
  setBreakpoint(element: string, isSet: boolean): void;
  /** Asks for what the document calls in other files, which `know` is told. */
  askCalled(): void;
  /** Writes what was done into the text, as a scenario. */
  record(acts: readonly object[]): void;
  left(): void;
}
