/** What happened in a step, in order; views show it, tests read it. Elements by id, instances by number. */

import type { Variables } from './act.ts';

export type TraceEntry =
  | { readonly what: 'started'; readonly element: string; readonly scope: number }
  | { readonly what: 'took'; readonly element: string; readonly scope: number }
  | { readonly what: 'entered'; readonly element: string; readonly scope: number; readonly instance: number }
  | { readonly what: 'completed'; readonly element: string; readonly scope: number; readonly instance: number }
  | { readonly what: 'cancelled'; readonly element: string; readonly scope: number; readonly instance: number }
  | {
      readonly what: 'threw';
      readonly element: string;
      readonly scope: number;
      readonly kind: string;
      readonly key: string;
    }
  | {
      readonly what: 'caught';
      readonly element: string;
      readonly scope: number;
      readonly kind: string;
      readonly key: string;
    }
  | { readonly what: 'compensated'; readonly element: string; readonly scope: number }
  | { readonly what: 'sent'; readonly element: string }
  | { readonly what: 'kept'; readonly element: string }
  /** `data`: of a process that was started by itself, what it knew at its end. */
  | { readonly what: 'ended'; readonly element: string; readonly scope: number; readonly data?: Variables }
  | {
      readonly what: 'failed';
      readonly element: string;
      readonly scope: number;
      readonly reason: Failure;
      readonly key: string;
    };

/**
 * `no-outgoing-flow`: no condition holds and there is no default. `no-link`: no catch of that name. `uncaught-error`: by its code. `endless`: it would
 * begin again and again within one step. `too-many`: more items or tokens at once than can be run.
 */
export type Failure = 'no-outgoing-flow' | 'no-link' | 'uncaught-error' | 'endless' | 'too-many';
