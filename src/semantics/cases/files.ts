/** Case file items: eight transitions, of an item and of those that it is a part of (CMMN 1.1, 8.3). */
import type { FileTransition } from './life-cycles.ts';
import { type CaseFileEntry, eventKey } from './plan.ts';
import type { CaseRun } from './run.ts';
import type { CaseInstance } from './state.ts';

/** Makes a transition of a case file item. @returns why it is not possible */
export function fileTransit(run: CaseRun, id: number, index: number, transition: FileTransition): string | undefined {
  const file = run.plan.files[index];
  const count = countOf(run, id, index);
  if (!file) return 'There is no such case file item.';
  if (transition === 'create') {
    if (count > 0 && !file.isMany) return `${file.id} is there already: update, replace or delete it.`;
    add(run, id, file);
  } else if (count === 0) return `${file.id} is not there: create it first.`;
  else if (transition === 'delete') discard(run, id, file);
  else happen(run, id, file, transition);
  return undefined;
}

/** How many there are of a case file item. */
export function countOf(run: CaseRun, id: number, index: number): number {
  return caseWith(run, id)?.files[index] ?? 0;
}

/** What it is a part of is created before, if it is not there. */
function add(run: CaseRun, id: number, file: CaseFileEntry): void {
  const around = run.plan.files[file.parent];
  if (around && countOf(run, id, around.index) === 0) add(run, id, around);
  count(run, id, file.index, 1);
  happen(run, id, file, 'create');
  if (around) happen(run, id, around, 'addChild');
}

/** With the last one goes all that is a part of it. */
function discard(run: CaseRun, id: number, file: CaseFileEntry): void {
  count(run, id, file.index, -1);
  if (countOf(run, id, file.index) === 0)
    for (const child of file.children) {
      const part = run.plan.files[child];
      while (part && countOf(run, id, child) > 0) discard(run, id, part);
    }
  happen(run, id, file, 'delete');
  const around = run.plan.files[file.parent];
  if (around && countOf(run, id, around.index) > 0) happen(run, id, around, 'removeChild');
}

function count(run: CaseRun, id: number, index: number, by: number): void {
  const files = caseWith(run, id)?.files ?? {};
  run.changeCase(id, { files: { ...files, [index]: (files[index] ?? 0) + by } });
}

function happen(run: CaseRun, id: number, file: CaseFileEntry, transition: FileTransition): void {
  run.trace?.push({ what: 'filed', element: file.id, instance: id, transition });
  const event = eventKey({ of: 'file', source: file.index, transition });
  if (run.plan.hearers.has(event)) run.push({ move: 'tell', case: id, event });
}

function caseWith(run: CaseRun, id: number): CaseInstance | undefined {
  return run.cases.find((each) => each.id === id);
}
