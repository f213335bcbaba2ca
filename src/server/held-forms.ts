import type { HeldForm } from '../protocol/server.ts';
import { drawnIds, type LiveModel } from '../workspace/index.ts';

/** What a preview shows of a text: its model, or an older one while the line at work is broken. */
export interface Shown {
  readonly model: LiveModel;
  readonly held?: HeldForm;
  /** Ids of all that is drawn. */
  readonly drawn: ReadonlySet<string>;
  /** The ids drawn, by the line of the text that they come from. */
  readonly lines: ReadonlyMap<number, readonly string[]>;
}

interface Whole extends Shown {
  readonly text: string;
}

/**
 * Keeps the picture while a line is half-typed. A line that had something drawn, has words, and has nothing any more is
 * broken: as long as it is the only line that changed, the last whole model is shown in place of the newest, and what came
 * from the lost lines is named, so that a view can dim it. (More than one line may be lost: a broken `xor q {` takes its
 * gateway, and its closing brace.) When the line is whole or empty, another line changes too, or the caret has left, the
 * newest model is shown as it is. Lines count, and not ids: ids made from labels change with every key.
 */
export class HeldForms {
  /** By URI: the last model that was shown as it stands. */
  readonly #whole = new Map<string, Whole>();

  /** What to show of the newest model of a document. The same answer for the same model. */
  shown(uri: string, model: LiveModel, text: string): Shown {
    const last = this.#whole.get(uri);
    if (last?.model === model) return last;
    const newest = whole(model, text);
    const held = last && heldForm(last, newest);
    if (held) return { model: last.model, held, drawn: last.drawn, lines: last.lines };
    this.#whole.set(uri, newest);
    return newest;
  }

  /** The next model is shown as it stands. */
  release(uri: string): void {
    this.#whole.delete(uri);
  }
}

/** What is held of the last whole model; undefined where the newest can be shown. */
function heldForm(last: Whole, newest: Whole): HeldForm | undefined {
  const lost = [...last.lines].filter(([line]) => !newest.lines.has(line));
  if (lost.length === 0) return undefined;
  const line = changedLine(last.text, newest.text);
  const words = line === undefined ? '' : (newest.text.split('\n')[line] ?? '');
  const isBroken = /^\s*(?!\/[/*])\S/.test(words);
  if (line === undefined || !isBroken || saysSomething(newest.model, line, words)) return undefined;
  return { line, ids: lost.flatMap(([, ids]) => ids) };
}

/** Whether a line without anything drawn is whole nevertheless: a declaration, say. */
function saysSomething({ sourceMap }: LiveModel, line: number, words: string): boolean {
  const [innermost] = sourceMap.idsAt({ line, character: words.length - words.trimStart().length });
  return innermost !== undefined && sourceMap.rangeOf(innermost)?.start.line === line;
}

/** The only line in which two texts of as many lines differ. */
function changedLine(before: string, after: string): number | undefined {
  const [old, now] = [before.split('\n'), after.split('\n')];
  const changed = now.flatMap((words, line) => (words === old[line] ? [] : [line]));
  return old.length === now.length && changed.length === 1 ? changed[0] : undefined;
}

function whole(model: LiveModel, text: string): Whole {
  const drawn = new Set(model.models.flatMap((one) => [...drawnIds(one)]));
  const lines = new Map<number, string[]>();
  for (const id of drawn) {
    const line = model.sourceMap.rangeOf(id)?.start.line;
    if (line === undefined) continue;
    const others = lines.get(line);
    if (others) others.push(id);
    else lines.set(line, [id]);
  }
  return { model, text, drawn, lines };
}
