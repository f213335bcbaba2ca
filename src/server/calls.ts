/** What elements call, and where the text of that stands. */
import type { LangiumDocument } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { type Callable, callsIn, declarationPlace, idOf, isCallable } from '../language/index.ts';
import { type CalledElement, calledRequest, type LocateElementParams } from '../protocol/server.ts';
import { callsInFile, drawnFile } from '../workspace/index.ts';
import type { Shown } from './held-forms.ts';
import type { ModelSource } from './model-source.ts';

/** What the elements that a preview shows of a text call, by their ids. */
export function shownCalls(document: LangiumDocument, { model, drawn }: Shown): Map<string, Callable> {
  const calls = new Map<string, Callable>();
  for (const { place, called } of callsIn(document)) {
    const caller = model.sourceMap.idsAt(place.start).find((id) => drawn.has(id));
    if (caller !== undefined && !calls.has(caller)) calls.set(caller, called);
  }
  return calls;
}

/** The process, case, decision or global task of this id in the texts of the workspace. */
export function declared({ workspace }: LangiumSharedServices, id: string): Callable | undefined {
  return workspace.IndexManager.allElements()
    .filter(({ name, node }) => name === id && isCallable(node))
    .map(({ node }) => node as Callable)
    .head();
}

/** Answers where what an element calls stands. */
export function answerCalls(shared: LangiumSharedServices, source: ModelSource, connection: Connection): void {
  connection.onRequest(calledRequest, async ({ uri, id }: LocateElementParams): Promise<CalledElement | null> => {
    if (source.isText(uri)) return calledInText(source, uri, id);
    const document = await source.xml(uri);
    const file = document && drawnFile(document);
    const { called, isHere } = file ? (callsInFile(file.definitions).get(id) ?? {}) : {};
    if (called === undefined) return null;
    if (!isHere) return placeOf(declared(shared, called));
    const range = document?.sourceMap?.rangeOf(called);
    return range ? { uri, id: called, range } : null;
  });
}

async function calledInText(source: ModelSource, uri: string, id: string): Promise<CalledElement | null> {
  const document = await source.text(uri);
  const shown = document && source.shown(document);
  return placeOf(shown && shownCalls(document, shown).get(id));
}

function placeOf(called: Callable | undefined): CalledElement | null {
  const place = called && declarationPlace(called);
  return place ? { ...place, id: idOf(called) } : null;
}
