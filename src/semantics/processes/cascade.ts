import { finish } from './activities.ts';
import { arrive, begin, throwLate, thrown } from './arrivals.ts';
import { arm } from './conditions.ts';
import { itemsGoOn } from './items.ts';
import { fireJoin } from './joins.ts';
import { deliverKept } from './messages.ts';
import { occur } from './occurrences.ts';
import type { Move, Run } from './run.ts';
import { endEmptyScope } from './scopes.ts';
import { bringAbout } from './throws.ts';
import { leave } from './ways-on.ts';

/**
 * Makes all moves that take no time, until all is at rest: first those that follow from others, then scopes that are done end, kept
 * messages find who waits for them, joins that look at the whole scope go on, and signals go out, one at a time.
 */
export function settle(run: Run): void {
  do {
    for (let move = run.pop(); move; move = run.pop()) make(run, move);
  } while (endEmptyScope(run) || (run.messages.length > 0 && deliverKept(run)) || fireAnyJoin(run) || throwLate(run));
}

function fireAnyJoin(run: Run): boolean {
  return run.scopes.some((scope) => run.netScope(scope).hasJoins && fireJoin(run, scope));
}

type Makers = { readonly [K in Move['move']]: (run: Run, move: Extract<Move, { readonly move: K }>) => void };

const makers: Makers = {
  arrive: (run, { scope, flow }) => arrive(run, scope, flow),
  begin: (run, { scope, node }) => run.scope(scope) && begin(run, scope, run.node(node)),
  leave: (run, { scope, node }) => run.scope(scope) && leave(run, scope, node),
  thrown: (run, { scope, instance }) => thrown(run, scope, instance),
  item: (run, { scope, body, count }) => itemsGoOn(run, scope, body, count),
  finish: (run, { scope, instance, inner }) => finish(run, scope, instance, inner),
  occur: (run, { subscription, trigger, by }) => occur(run, subscription, trigger, by),
  throw: (run, { scope, node, trigger, instance }) =>
    run.scope(scope) && bringAbout(run, scope, run.node(node), trigger, instance),
  arm: (run, { scope, instance }) => arm(run, scope, instance),
};

function make(run: Run, move: Move): void {
  makers[move.move](run, move as never);
}
