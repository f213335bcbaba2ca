/** A model that was read and then changed, as edits of its file. */
import type { TextEdit } from '../base/text-edit.ts';
import { contentChanges } from './content-edits.ts';
import { ModelObject } from './element-class.ts';
import type { Definitions } from './generated/bpmn.ts';
import type { Definitions as CmmnDefinitions } from './generated/cmmn.ts';
import { bindMissing } from './missing-namespaces.ts';
import { Scope } from './scope.ts';
import type { Source } from './source.ts';
import { bindingsOf } from './start-tag.ts';
import { startTagChanges } from './start-tag-edits.ts';
import type { Change } from './text-changes.ts';
import { containedIn } from './walk.ts';

/**
 * The edits of the text that a model was read from which make it say what the model says now; all else stays as it is, letter by
 * letter. In the order of the text; none overlap. Comments stay, also those in an element that is gone. None for a new model.
 */
export function modelEdits(definitions: Definitions | CmmnDefinitions): TextEdit[] {
  if (!(definitions instanceof ModelObject)) return [];
  const document = ModelObject.sourceOf(definitions)?.document;
  if (!document) return [];
  const changes: Change[] = [];
  const open: { readonly element: ModelObject; readonly outer: Scope | undefined }[] = [
    { element: definitions, outer: undefined },
  ];
  for (let item = open.pop(); item; item = open.pop()) {
    const { element, outer } = item;
    const source = ModelObject.sourceOf(element);
    // What is new is written by the element around it.
    if (!source) continue;
    const scope = new Scope(outer, bindingsOf(element));
    if (!outer) bindMissing(element, scope);
    const content = contentChanges(element, source, scope);
    changes.push(...tagChanges(source, content), ...content, ...startTagChanges(element, source, scope));
    for (const { child } of containedIn(element)) open.push({ element: child, outer: scope });
  }
  return joined(changes).map(({ start, end, text }) => ({ range: document.rangeOf(start, end), newText: text }));
}

/** The names in the tags of what has become another element; an end tag that is written anew has its name already. */
function tagChanges({ document, start, end, close, tag, renamed }: Source, content: readonly Change[]): Change[] {
  if (renamed === undefined || renamed === tag) return [];
  const [from, endTag] = [start + 1, document.text.lastIndexOf('</', close - 1) + 2];
  const isSingle = document.text[end - 2] === '/' || content.some((change) => change.end > endTag);
  const places = isSingle ? [from] : [from, endTag];
  return places.map((at) => ({ start: at, end: at + tag.length, text: renamed }));
}

/** In order, and those that touch as one: what comes at one place is then in no doubt. */
function joined(changes: readonly Change[]): Change[] {
  const inOrder = changes.toSorted((a, b) => a.start - b.start || a.end - b.end);
  const done: Change[] = [];
  for (const change of inOrder) {
    const last = done.at(-1);
    if (last && last.end === change.start)
      done[done.length - 1] = { start: last.start, end: change.end, text: last.text + change.text };
    else done.push(change);
  }
  return done;
}
