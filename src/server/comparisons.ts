import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import {
  type ChangedPlace,
  type ComparedModel,
  type CompareParams,
  type Comparison,
  compareRequest,
  type ListedChange,
} from '../protocol/comparison.ts';
import { type Change, type Files, loadComparison, open, type SourceDocument } from '../workspace/index.ts';
import { editorFiles, pathOf } from './editor-files.ts';

type ComparedDrawing = ReturnType<Awaited<ReturnType<typeof loadComparison>>['comparedDrawing']>;

/** Compares an open document, as it stands in the editor, with what it was. */
export function answerComparisons(shared: LangiumSharedServices, connection: Connection): void {
  connection.onRequest(compareRequest, async ({ uri, before }: CompareParams): Promise<Comparison | null> => {
    const text = shared.workspace.TextDocuments.get(uri)?.getText();
    if (text === undefined) return null;
    const path = pathOf(uri);
    const now = await open(path, new TextEncoder().encode(text), editorFiles(shared));
    const files = filesBeside(path, before);
    const bytes = await files.read(path);
    const then = bytes && (await open(path, bytes, files));
    return then?.kind === 'unreadable' || now.kind === 'unreadable' ? null : comparison(then, now);
  });
}

/** Files that were given by their names, in the folder of one of them. */
function filesBeside(path: string, texts: Readonly<Record<string, string>>): Files {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const paths = new Map(Object.entries(texts).map(([name, text]) => [`${folder}${name}`, text]));
  return {
    read: async (wanted) => {
      const text = paths.get(wanted);
      return text === undefined ? undefined : new TextEncoder().encode(text);
    },
    siblings: async (of) => [...paths.keys()].filter((one) => one !== of && one.endsWith('.procedo')),
  };
}

async function comparison(then: SourceDocument | undefined, now: SourceDocument): Promise<Comparison> {
  const { comparedDrawing, compareDocuments } = await loadComparison();
  const changes = compareDocuments(then, now);
  const [before, after] = [comparedDrawing(then), comparedDrawing(now)];
  return {
    before: toModel(before),
    after: toModel(after),
    changes: changes.map((change) =>
      listed(change, { document: then, drawing: before }, { document: now, drawing: after }),
    ),
  };
}

interface Side {
  readonly document: SourceDocument | undefined;
  readonly drawing: ComparedDrawing;
}

function toModel({ xml, caseXml, diagrams }: ComparedDrawing): ComparedModel {
  return { xml, caseXml, diagrams };
}

function listed({ kind, sentence, group, marks }: Change, before: Side, after: Side): ListedChange {
  const mark = kind === 'added' || kind === 'removed' ? kind : 'changed';
  return { mark, sentence, group, before: placeOf(marks.before, before), after: placeOf(marks.after, after) };
}

function placeOf(ids: readonly string[], { document, drawing }: Side): ChangedPlace {
  const diagram = ids.length > 0 ? drawing.diagramOf(ids) : undefined;
  const range = ids.map((id) => document?.sourceMap?.rangeOf(id)).find((one) => one !== undefined);
  return { ids, ...(diagram !== undefined && { diagram }), ...(range && { range }) };
}
