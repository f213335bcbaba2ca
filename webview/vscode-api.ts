import type { ToHost, ViewState } from '../src/protocol/preview.ts';
import { isRecord } from '../src/protocol/shape.ts';
import type { Bounds } from './moddle.ts';

/** What the page keeps for itself beside what the extension reads: what was visible. */
export interface PageState extends ViewState {
  readonly view?: Bounds;
}

interface Api {
  postMessage(message: ToHost): void;
  setState(state: PageState): void;
  getState(): unknown;
}

declare function acquireVsCodeApi(): Api;

/** VS Code gives it out once a page. */
const api = acquireVsCodeApi();

export function post(message: ToHost): void {
  api.postMessage(message);
}

export function saveState(state: PageState): void {
  api.setState(state);
}

/** What was visible of `uri` before the page was loaded again; undefined at the first time. */
export function savedView(uri: string): Bounds | undefined {
  const state = api.getState();
  return isRecord(state) && state.uri === uri && isBounds(state.view) ? state.view : undefined;
}

function isBounds(value: unknown): value is Bounds {
  return isRecord(value) && ['x', 'y', 'width', 'height'].every((name) => Number.isFinite(value[name]));
}
