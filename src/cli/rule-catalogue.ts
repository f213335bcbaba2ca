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
  'duplicate-id': { rule: 'duplicate-id', code: 'REF02', references: ['EXT.002'] },
  'layout-drift': { rule: 'layout-drift', code: 'DI12', references: [] },
  'empty-plan': { rule: 'plan-model-not-empty', code: 'CM02', references: [] },
  'definition-scope': { rule: 'plan-item-definition', code: 'CM03', references: [] },
  'missing-sentry': { rule: 'criterion-needs-sentry', code: 'CM13', references: [] },
  'empty-sentry': { rule: 'sentry-not-empty', code: 'CM14', references: [] },
  'sentry-scope': { rule: 'sentry-same-container', code: 'CM15', references: [] },
  'on-part-source': { rule: 'onpart-source-scope', code: 'CM16', references: [] },
  'default-control': { rule: 'default-control-case-plan', code: 'CM25', references: [] },
  'not-discretionary': { rule: 'discretionary-types', code: 'CM30', references: [] },
  'table-rule': { rule: 'applicability-rule-exists', code: 'CM32', references: [] },
  'missing-time': { rule: 'timer-listener-configured', code: 'CM34', references: [] },
  'nothing-run': { rule: 'case-task-ref', code: 'CM35', references: [] },
};

/** The codes of all problems that the catalogue knows. */
export const catalogued: readonly string[] = Object.keys(entries);

/** The entry of a problem; a problem of syntax has no rule of its own and goes by its code. */
export function catalogueEntry(problemCode: string): CatalogueEntry {
  return entries[problemCode] ?? { rule: problemCode, code: problemCode, references: [] };
}
