import type { AstNode, AstNodeDescription, LocalSymbols, Stream } from 'langium';
import { stream } from 'langium';

/**
 * The names of one document: those of its root and those of each process, by id. A name is found in constant time, where
 * Langium's own table is searched from end to end at every reference.
 */
export class SymbolTable implements LocalSymbols {
  private readonly byContainer = new Map<AstNode, Map<string, AstNodeDescription[]>>();

  /** Makes `description` visible everywhere in `container`. */
  add(container: AstNode, description: AstNodeDescription): void {
    let names = this.byContainer.get(container);
    if (!names) {
      names = new Map();
      this.byContainer.set(container, names);
    }
    const same = names.get(description.name);
    if (same) same.push(description);
    else names.set(description.name, [description]);
  }

  /** What `container` knows under that id: one, or several where the id is not unique. */
  find(container: AstNode, id: string): readonly AstNodeDescription[] {
    return this.byContainer.get(container)?.get(id) ?? [];
  }

  has(container: AstNode): boolean {
    return this.byContainer.has(container);
  }

  getStream(container: AstNode): Stream<AstNodeDescription> {
    return stream(this.byContainer.get(container)?.values() ?? []).flat();
  }
}
