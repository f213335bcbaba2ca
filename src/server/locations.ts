import type { Connection } from 'vscode-languageserver';
import {
  type LocatedElements,
  type LocatedRange,
  type LocateElementParams,
  type LocatePositionParams,
  locateRequest,
} from '../protocol/server.ts';
import type { LiveModel } from '../workspace/index.ts';
import type { ModelSource } from './model-source.ts';

/** Answers where an element stands in the text, and which elements stand at a place of it. */
export function answerLocations(source: ModelSource, connection: Connection): void {
  connection.onRequest(
    locateRequest,
    (params: LocateElementParams | LocatePositionParams): Promise<LocatedRange | LocatedElements | null> =>
      'id' in params ? rangeOf(source, params) : elementsAt(source, params),
  );
}

async function rangeOf(source: ModelSource, { uri, id }: LocateElementParams): Promise<LocatedRange | null> {
  const range = (await sourceMapOf(source, uri))?.rangeOf(id);
  return range ? { range } : null;
}

async function elementsAt(source: ModelSource, { uri, position }: LocatePositionParams): Promise<LocatedElements> {
  return { ids: (await sourceMapOf(source, uri))?.idsAt(position) ?? [] };
}

async function sourceMapOf(source: ModelSource, uri: string): Promise<LiveModel['sourceMap'] | undefined> {
  if (!source.isText(uri)) return (await source.xml(uri))?.sourceMap;
  const document = await source.text(uri);
  // What is located is what is shown.
  return document && source.shown(document)?.model.sourceMap;
}
