import type { Connection } from 'vscode-languageserver';
import {
  type LayoutChange,
  type MoveParams,
  moveRequest,
  type TidyParams,
  tidyRequest,
} from '../protocol/layout-edits.ts';
import { type DrawnText, layoutPathOf, moveByHand, tidyByHand } from '../workspace/index.ts';
import type { ModelSource } from './model-source.ts';

/** Says what becomes of the layout file of an open text when a hand moves something in its picture, or has it tidied. The client writes it. */
export function answerLayoutEdits(source: ModelSource, connection: Connection): void {
  connection.onRequest(moveRequest, ({ uri, ...move }: MoveParams) =>
    changed(source, uri, (drawn) => moveByHand(drawn, move)),
  );
  connection.onRequest(tidyRequest, ({ uri, extent, id }: TidyParams) =>
    changed(source, uri, (drawn) => tidyByHand(drawn, extent, id)),
  );
}

async function changed(
  source: ModelSource,
  uri: string,
  change: (drawn: DrawnText) => string | undefined,
): Promise<LayoutChange | null> {
  const drawn = await source.drawn(uri);
  const text = drawn && change(drawn);
  return text === undefined ? null : { uri: layoutPathOf(uri), text };
}
