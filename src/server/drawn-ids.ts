import type { LiveModel } from '../workspace/index.ts';

/** The ids of all elements that the drawings of a model show. */
export function drawnIds(definitions: LiveModel['definitions']): Set<string> {
  const ids = new Set<string>();
  for (const { plane } of definitions.diagrams) {
    for (const drawn of plane?.planeElement ?? []) {
      const shown = drawn.get('bpmnElement') as { readonly id?: string } | undefined;
      if (shown?.id !== undefined) ids.add(shown.id);
    }
  }
  return ids;
}
