import type { Connection } from 'vscode-languageserver';
import {
  type LocatedElements,
  type LocatedLines,
  type LocatedRange,
  type LocateElementParams,
  type LocateLinesParams,
  type LocatePositionParams,
  locateLinesRequest,
  locateRequest,
} from '../protocol/server.ts';
import { diagramsShowing, drawnFile, type LiveModel } from '../workspace/index.ts';
import type { ModelSource } from './model-source.ts';

/** Answers where an element stands in the text, and which elements stand at a place of it. */
export function answerLocations(source: ModelSource, connection: Connection): void {
  connection.onRequest(
    locateRequest,
    (params: LocateElementParams | LocatePositionParams): Promise<LocatedRange | LocatedElements | null> =>
      'id' in params ? rangeOf(source, params) : elementsAt(source, params),
  );
  connection.onRequest(locateLinesRequest, (params: LocateLinesParams) => elementsInLines(source, params));
}

async function rangeOf(source: ModelSource, { uri, id }: LocateElementParams): Promise<LocatedRange | null> {
  const range = (await shownOf(source, uri))?.sourceMap?.rangeOf(id);
  return range ? { range } : null;
}

async function elementsAt(source: ModelSource, { uri, position }: LocatePositionParams): Promise<LocatedElements> {
  const { sourceMap, models = [] } = (await shownOf(source, uri)) ?? {};
  const ids = sourceMap?.idsAt(position) ?? [];
  return { ids, diagrams: diagramsShowing(models, ids) };
}

async function elementsInLines(source: ModelSource, { uri, lines }: LocateLinesParams): Promise<LocatedLines> {
  const document = source.isText(uri) ? await source.text(uri) : undefined;
  const shown = document && source.shown(document);
  return { ids: lines.flatMap((line) => shown?.lines.get(line) ?? []) };
}

/** What is located is what is shown. */
async function shownOf(
  source: ModelSource,
  uri: string,
): Promise<Partial<Pick<LiveModel, 'sourceMap' | 'models'>> | undefined> {
  if (source.isText(uri)) {
    const document = await source.text(uri);
    return document && source.shown(document)?.model;
  }
  const document = await source.xml(uri);
  const file = document && drawnFile(document);
  return { ...(document?.sourceMap && { sourceMap: document.sourceMap }), models: file ? [file.definitions] : [] };
}
