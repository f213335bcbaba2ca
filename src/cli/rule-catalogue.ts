/** What the catalogue of rules calls a finding, and what others call it. */
export interface CatalogueEntry {
  readonly rule: string;
  readonly code: string;
  /** Rules of other tools that the same finding answers: `bpmnlint/<rule>`, `EXT.nnn` of BPMNspector, `REF`. */
  readonly references: readonly string[];
}

/** Problems of the stages that the catalogue of rules knows too, by their code. */
const entries: Record<string, CatalogueEntry> = {
  'unknown-reference': { rule: 'unresolved-reference', code: 'REF01', references: ['EXT.002', 'REF'] },
  'duplicate-id': { rule: 'duplicate-id', code: 'REF02', references: [] },
  'layout-drift': { rule: 'layout-drift', code: 'DI12', references: [] },
};

/** The entry of a problem; a problem of syntax has no rule of its own and goes by its code. */
export function catalogueEntry(problemCode: string): CatalogueEntry {
  return entries[problemCode] ?? { rule: problemCode, code: problemCode, references: [] };
}
