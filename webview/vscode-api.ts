import { isRecord } from '../src/base/is-record.ts';
import type { FromComparisonView } from '../src/protocol/comparison.ts';
import type { ToHost, ViewState } from '../src/protocol/preview.ts';
import type { Bounds } from './moddle.ts';
import type { SavedPlanes } from './planes.ts';

/** What the page keeps for itself beside what the extension reads: what was visible of each plane, and which was. */
export interface PageState extends ViewState, SavedPlanes {}

interface Api {
  postMessage(message: ToHost | FromComparisonView): void;
  setState(state: PageState): void;
  getState(): unknown;
}

declare function acquireVsCodeApi(): Api;

/** VS Code gives it out once a page. */
const api = acquireVsCodeApi();

export function post(message: ToHost): void {
  api.postMessage(message);
}

/** The same for the page that compares. */
export function postComparison(message: FromComparisonView): void {
  api.postMessage(message);
}

export function saveState(state: PageState): void {
  api.setState(state);
}

/** What was visible before the page was loaded again; nothing at the first time. */
export function savedPlanes(): SavedPlanes {
  const state = api.getState();
  if (!isRecord(state) || !isRecord(state.views)) {
    return { views: {}, visible: '' };
  }
  const views = Object.entries(state.views).filter((entry): entry is [string, Bounds] => isBounds(entry[1]));
  return { views: Object.fromEntries(views), visible: typeof state.visible === 'string' ? state.visible : '' };
}

function isBounds(value: unknown): value is Bounds {
  return isRecord(value) && ['x', 'y', 'width', 'height'].every((name) => Number.isFinite(value[name]));
}
