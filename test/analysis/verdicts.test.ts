/**
 * Verdicts of other people's analysers. One that we hold to be wrong, or that we cannot decide, stands in docs/analysis.md, "Verdicts that we do
 * not share"; it must differ, or the argument is out of date.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { analyzeProcesses, type Verdict } from '../../src/analysis/index.ts';
import { type Definitions, readModel } from '../../src/model/index.ts';
import { rowsOrOne, shared } from '../shared.ts';

const names = {
  sound: 'sound',
  safe: 'safe',
  'option-to-complete': 'optionToComplete',
  'proper-completion': 'properCompletion',
  'no-dead-activities': 'noDeadActivities',
  'message-relaxed-sound': 'messageRelaxedSound',
} as const satisfies Readonly<Record<string, keyof Verdict>>;

type Name = keyof typeof names;

interface Stated {
  readonly model: string;
  readonly verdicts?: Readonly<Record<Name, boolean | null>>;
  readonly elements?: Readonly<Partial<Record<Name, readonly string[]>>>;
}

const page = readFileSync(join(import.meta.dirname, '../../docs/analysis.md'), 'utf8');
const argued = new Set([...page.matchAll(/^- `([\w.-]+)` `([\w-]+)`/gm)].map(([, model, name]) => `${model} ${name}`));

const folder = shared('scenarios/verdicts') ?? '';
const all: Stated[] = folder ? JSON.parse(readFileSync(join(folder, 'verdicts.json'), 'utf8')) : [];
const rows = all.flatMap(({ model, verdicts, elements }) =>
  Object.keys(names).flatMap((key) => {
    const name = key as Name;
    const holds = verdicts?.[name] ?? null;
    return holds === null ? [] : [{ model, name, holds, elements: elements?.[name] ?? [] }];
  }),
);

test.skipIf(!folder).each(rowsOrOne(rows, { model: 'none', name: 'sound', holds: true, elements: [] }))(
  '$model $name',
  ({ model, name, holds, elements }) => {
    const { definitions } = readModel(readFileSync(join(folder, model), 'utf8'));
    const found = analyzeProcesses([definitions as Definitions]);
    const values = found.map((verdict) => verdict[names[name]]);
    const whole = values.includes(false) ? false : values.includes(null) ? null : true;
    if (argued.has(`${model.replace(/^.*(?:\/|--)/, '')} ${name}`)) expect(whole).not.toBe(holds);
    else expect(whole).toBe(holds);
    const shown = found.flatMap(({ witnesses }) => witnesses.flatMap((witness) => witness.elements));
    for (const element of elements) expect(shown).toContain(element);
  },
);
