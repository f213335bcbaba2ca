import { completeAny } from './completion.ts';
import { hear, lookAround, lookAt, met } from './criteria.ts';
import type { CaseMove, CaseRun } from './run.ts';
import { begin } from './stages.ts';
import { transit } from './transitions.ts';

/** Makes all moves that take no time, until all is at rest: first those that follow from others, then what is complete completes, one at a time. */
export function settleCases(run: CaseRun): void {
  do {
    for (let move = run.pop(); move; move = run.pop()) make(run, move);
  } while (completeAny(run));
}

type Makers = {
  readonly [K in CaseMove['move']]: (run: CaseRun, move: Extract<CaseMove, { readonly move: K }>) => void;
};

const makers: Makers = {
  begin: (run, { id }) => begin(run, id),
  transit: (run, { id, transition }) => {
    transit(run, id, transition);
  },
  tell: (run, move) => hear(run, move),
  met: (run, { id, criterion }) => met(run, id, criterion),
  look: (run, { id }) => lookAt(run, id),
  changed: (run, { case: id }) => lookAround(run, id),
};

function make(run: CaseRun, move: CaseMove): void {
  makers[move.move](run, move as never);
}
