/** Processes and cases in one run: tasks of cases run processes and cases, activities of processes call cases. */

import type { CmmnDefinitions, Definitions } from '../../model/index.ts';
import { is } from '../../model/index.ts';
import { buildCasePlan } from '../cases/build-case-plan.ts';
import type { CasePlan } from '../cases/plan.ts';
import { type CaseState, noCases } from '../cases/state.ts';
import { buildNet } from '../processes/build-net.ts';
import type { Net } from '../processes/net.ts';
import { emptyState, type State } from '../processes/state.ts';
import { type CallTable, readCalls } from './read-calls.ts';

export interface LinkedModel {
  readonly net: Net;
  readonly plan: CasePlan;
  /** What calls what, from one model into another. */
  readonly calls: CallTable;
}

/** Where something runs: a number of that side. */
export interface Place {
  readonly in: 'processes' | 'cases';
  readonly at: number;
}

/** Something waits for what it runs. */
export interface Link {
  /** The instance of the task or call activity. */
  readonly caller: Place;
  /** The scope instance of the process, or the instance of the case. */
  readonly callee: Place;
  /** Ids of the task or call activity, and of what it runs. */
  readonly element: string;
  readonly called: string;
}

export interface LinkedState {
  readonly processes: State;
  readonly cases: CaseState;
  readonly links: readonly Link[];
}

export const nothingRuns: LinkedState = { processes: emptyState, cases: noCases, links: [] };

type Models = readonly (Definitions | CmmnDefinitions)[];

/**
 * The indexes of models of both kinds.
 * @param called models of which only what is called runs
 */
export function buildLinked(models: Models, called: Models = []): LinkedModel {
  const net = buildNet(processesIn(models), processesIn(called));
  const plan = buildCasePlan(casesIn(models), casesIn(called));
  return { net, plan, calls: readCalls(net, plan) };
}

function processesIn(models: Models): Definitions[] {
  return models.filter((model) => is(model, 'bpmn:Definitions'));
}

function casesIn(models: Models): CmmnDefinitions[] {
  return models.filter((model) => is(model, 'cmmn:Definitions'));
}
