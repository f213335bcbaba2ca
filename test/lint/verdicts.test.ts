import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Finding, lint, rules } from '../../src/lint/index.ts';
import { readModel, sourceOf } from '../../src/model/index.ts';
import { rowsOrOne, shared } from '../shared.ts';

/** What other people's tests say of a model: which of the checked rules it breaks, and at which elements. */
interface Verdict {
  readonly model: string;
  readonly checked?: readonly string[];
  readonly rules: readonly string[];
  readonly elements?: readonly string[];
  readonly config?: Readonly<Record<string, unknown>>;
}

const folder = shared('scenarios/verdicts');
const verdicts: readonly Verdict[] = folder
  ? JSON.parse(readFileSync(join(folder, 'verdicts.json'), 'utf8')).filter(({ checked }: Verdict) => checked)
  : [];

/** Entries that we do not follow, each with the reason; `docs/lint.md` says more. */
const disputed: Readonly<Record<string, string>> = {
  '001--Fail.bpmn':
    'the file that it imports must be looked for, and the one that the valid model imports is not there either',
  '036--fail_choreography_task.bpmn': 'the test asserts EXT.036 as its third violation too',
  '036--fail_sub_choreography.bpmn': 'the test asserts EXT.036 as its third violation too',
  '099--fail_call_ref_process.bpmn': 'the called process is in an imported file that is not there',
};

/** Where we name one place in stead of several for one mistake. */
const fewerPlaces: Readonly<Record<string, string>> = {
  'bpmnlint/no-duplicate-sequence-flows': 'the flow alone: its ends are in the sentence',
};

function findingsOf({ model, config }: Verdict): Finding[] {
  const { definitions } = readModel(readFileSync(join(folder ?? '', model), 'utf8'));
  // Not well-formed: no rule says anything of it.
  if (!definitions) return [];
  const active = rules.map((rule) => ({ rule, severity: rule.severity, options: { ...rule.options, ...config } }));
  return lint(definitions, active, { hasDrawing: true, placeOf: sourceOf });
}

const rows = verdicts.map((verdict, index) => [`${index} ${basename(verdict.model)}`, verdict] as [string, Verdict]);

describe.skipIf(!folder)('verdicts of other checkers', () => {
  test.each(rowsOrOne(rows, ['no verdict', { model: '', rules: [] }]))('%s', (_, verdict) => {
    const { checked = [], rules: broken, elements = [] } = verdict;
    const found = findingsOf(verdict);
    const of = (reference: string) => found.filter(({ references }) => references.includes(reference));
    const names = [...new Set([...checked, ...broken])].sort();
    const answered = names.filter((name) => of(name).length > 0);
    const known = disputed[basename(verdict.model)];
    if (known) expect(answered, known).not.toEqual([...broken].sort());
    else expect(answered).toEqual([...broken].sort());
    const places = broken.flatMap(of).map(({ element }) => element);
    if (!known && !broken.some((name) => name in fewerPlaces))
      expect(places).toEqual(expect.arrayContaining([...elements]));
  });
});
