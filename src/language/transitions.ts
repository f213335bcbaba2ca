/** The transitions of plan items and case file items: the standard's events, each as one verb that reads aloud (CMMN 1.1, 5.4.6). */
import type { CaseNode, OnPart, PlanItem } from './generated/ast.ts';

export interface Transition {
  /** As it is written: `completes`. */
  readonly verb: string;
  /** The standard's own name. */
  readonly event: string;
  readonly means: string;
}

/** Of tasks and stages, likeliest first. */
export const activityTransitions: readonly Transition[] = [
  { verb: 'completes', event: 'complete', means: 'Its work is done.' },
  { verb: 'starts', event: 'start', means: 'It becomes active by itself.' },
  { verb: 'starts-manually', event: 'manualStart', means: 'A person starts it.' },
  { verb: 'exits', event: 'exit', means: 'One of its exit criteria, or of what it is in, is met.' },
  { verb: 'terminates', event: 'terminate', means: 'It is ended before its work is done.' },
  { verb: 'created', event: 'create', means: 'It is there: its stage, or the case, has become active.' },
  { verb: 'enables', event: 'enable', means: 'It waits for a person to start it.' },
  { verb: 'disables', event: 'disable', means: 'A person decides that it is not needed.' },
  { verb: 'reenables', event: 'reenable', means: 'It is needed after all.' },
  { verb: 'faults', event: 'fault', means: 'It fails.' },
  { verb: 'reactivates', event: 'reactivate', means: 'It goes on after a failure.' },
  { verb: 'suspends', event: 'suspend', means: 'It is put off.' },
  { verb: 'resumes', event: 'resume', means: 'It goes on after a pause.' },
  { verb: 'parent-suspends', event: 'parentSuspend', means: 'What it is in is put off.' },
  { verb: 'parent-resumes', event: 'parentResume', means: 'What it is in goes on after a pause.' },
  { verb: 'closes', event: 'close', means: 'It is closed for good.' },
];

/** Of milestones and event listeners. */
export const occurrenceTransitions: readonly Transition[] = [
  { verb: 'occurs', event: 'occur', means: 'It happens, or is reached.' },
  { verb: 'created', event: 'create', means: 'It is there: its stage, or the case, has become active.' },
  { verb: 'terminates', event: 'terminate', means: 'It is ended before it happens.' },
  { verb: 'suspends', event: 'suspend', means: 'It is put off.' },
  { verb: 'resumes', event: 'resume', means: 'It goes on after a pause.' },
  { verb: 'parent-suspends', event: 'parentSuspend', means: 'What it is in is put off.' },
  { verb: 'parent-resumes', event: 'parentResume', means: 'What it is in goes on after a pause.' },
];

/** Of case file items. */
export const fileTransitions: readonly Transition[] = [
  { verb: 'created', event: 'create', means: 'It comes into the case file.' },
  { verb: 'updated', event: 'update', means: 'Its content changes.' },
  { verb: 'replaced', event: 'replace', means: 'Another takes its place.' },
  { verb: 'deleted', event: 'delete', means: 'It goes out of the case file.' },
  { verb: 'added', event: 'addChild', means: 'An item is added within it.' },
  { verb: 'removed', event: 'removeChild', means: 'An item within it is removed.' },
  { verb: 'referenced', event: 'addReference', means: 'It refers to one more item.' },
  { verb: 'unreferenced', event: 'removeReference', means: 'It refers to one item less.' },
];

/** The standard's name for what a case file item does; undefined for no such verb. */
export function fileTransitionOf(verb: string | undefined): string | undefined {
  return fileTransitions.find((each) => each.verb === verb)?.event;
}

/** How a transition of a case file item is written, by the standard's name. */
export function verbOfFileTransition(event: string): string | undefined {
  return fileTransitions.find((each) => each.event === event)?.verb;
}

const OCCURRING: ReadonlySet<PlanItem['kind']> = new Set(['milestone', 'event', 'user', 'timer']);

/** What an item does: its transitions, likeliest first; all of them for one whose kind is not known. */
export function transitionsOf(item: CaseNode | undefined): readonly Transition[] {
  if (item?.$type === 'FileItem') return fileTransitions;
  if (item?.$type === 'PlanItem') return OCCURRING.has(item.kind) ? occurrenceTransitions : activityTransitions;
  return [...activityTransitions, ...occurrenceTransitions, ...fileTransitions];
}

/** What the item of a criterion's part does. */
export function transitionsOfPart({ source, path }: OnPart): readonly Transition[] {
  return path.length > 0 ? fileTransitions : transitionsOf(source.ref);
}

/** The transition that a part of a criterion names; undefined where its item has none of that verb. */
export function transitionOf(part: OnPart): Transition | undefined {
  return transitionsOfPart(part).find(({ verb }) => verb === part.transition);
}

/** How a transition of an item of some kind is written, by the standard's name. */
export function verbOf(kind: PlanItem['kind'] | 'file', event: string): string | undefined {
  const transitions =
    kind === 'file' ? fileTransitions : OCCURRING.has(kind) ? occurrenceTransitions : activityTransitions;
  return transitions.find((each) => each.event === event)?.verb;
}
