/** What elements call, and where the text of that stands. */
import type { LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { type Callable, callsIn, declarationPlace, idOf } from '../language/index.ts';
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

/** Answers where what an element calls stands. */
export function answerCalls(source: ModelSource, connection: Connection): void {
  connection.onRequest(calledRequest, ({ uri, id }: LocateElementParams): Promise<CalledElement | null> => {
    return source.isText(uri) ? calledInText(source, uri, id) : calledInFile(source, uri, id);
  });
}

async function calledInText(source: ModelSource, uri: string, id: string): Promise<CalledElement | null> {
  const document = await source.text(uri);
  const shown = document && source.shown(document);
  const called = shown && shownCalls(document, shown).get(id);
  const place = called && declarationPlace(called);
  return called && place ? { ...place, id: idOf(called) } : null;
}

async function calledInFile(source: ModelSource, uri: string, id: string): Promise<CalledElement | null> {
  const document = await source.xml(uri);
  const file = document && drawnFile(document);
  const called = file && callsInFile(file.definitions).get(id);
  const range = called === undefined ? undefined : document?.sourceMap?.rangeOf(called);
  return called !== undefined && range ? { uri, id: called, range } : null;
}
