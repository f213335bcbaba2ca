/**
 * How fast the editor is answered, in ms (median / 95 %): node bench/completion.mjs [steps]
 *
 * First completion at each marked place of test/fixtures/language/lsp/positions*.procedo, then all that an editor asks in the middle of a
 * process of 1,000 steps, beside what a keystroke in it costs (read, link and check the whole text). Each beside the same
 * request in an empty process, in the same run: what the machinery costs before there is anything to find.
 */
import '../scripts/project-node.mjs';
import { EmptyFileSystemProvider, URI } from 'langium';
import { createProcedoLspServices } from '../src/language/procedo-lsp-module.ts';
import { markedTexts, positionsIn } from '../test/language/lsp/completion-positions.ts';
import { structuredText } from './structured-text.mjs';

const steps = Number(process.argv[2] ?? 1000);
/** The first rounds compile; the others are counted. */
const [warmUp, rounds] = [5, 25];

/** What a keystroke finds when it reads the file again. */
let onDisk = '';
class Disk extends EmptyFileSystemProvider {
  async readFile() {
    return onDisk;
  }
}

const { shared, Procedo } = createProcedoLspServices({ fileSystemProvider: () => new Disk() });
const capabilities = { textDocument: { completion: { completionItem: { snippetSupport: true } } } };
await shared.lsp.LanguageServer.initialize({ capabilities, processId: null, rootUri: null });
const { DocumentBuilder, LangiumDocumentFactory, LangiumDocuments } = shared.workspace;

/** The only file of the workspace, read, linked and checked. */
async function open(text) {
  await DocumentBuilder.update([], LangiumDocuments.all.map(({ uri }) => uri).toArray());
  const document = LangiumDocumentFactory.fromString(text, URI.parse('file:///bench.procedo'));
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: true });
  return document;
}

async function times(ask) {
  const all = [];
  for (let round = 0; round < warmUp + rounds; round++) {
    const start = performance.now();
    await ask();
    if (round >= warmUp) all.push(performance.now() - start);
  }
  return all.sort((a, b) => a - b);
}

const share = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
const shown = (sorted) => `${share(sorted, 0.5).toFixed(2)} / ${share(sorted, 0.95).toFixed(2)}`;

function complete(document, offset) {
  const position = document.textDocument.positionAt(offset);
  return Procedo.lsp.CompletionProvider.getCompletion(document, { textDocument: document.textDocument, position });
}

const EMPTY = 'process p {\n  \n}\n';

/** Completion where there is nothing to find but what opens a statement. */
async function emptyCompletion() {
  const empty = await open(EMPTY);
  return times(() => complete(empty, 14));
}

async function measurePositions() {
  const medians = [];
  for (const { name, text, offset } of markedTexts.flatMap((marked) => positionsIn(marked.text))) {
    const document = await open(text);
    const sorted = await times(() => complete(document, offset));
    medians.push({ name, median: share(sorted, 0.5) });
  }
  medians.sort((a, b) => a.median - b.median);
  const empty = await emptyCompletion();
  const all = medians.map(({ median }) => median);
  const slowest = medians.slice(-3).map(({ name, median }) => `${name} ${median.toFixed(2)}`);
  console.log(`completion at ${medians.length} places: ${shown(all)}, in an empty process ${shown(empty)}`);
  console.log(`  slowest: ${slowest.join(', ')}`);
  console.log(`  median : empty = ${(share(all, 0.5) / share(empty, 0.5)).toFixed(1)}`);
}

/** What is asked of a document with the caret at a step, at a jump and so on; by name, each a function. */
function requestsOf(document, { step, jump, typed }) {
  const { textDocument } = document;
  const at = (offset) => ({ textDocument, position: textDocument.positionAt(offset) });
  const range = (from, lines) => {
    const start = textDocument.positionAt(from);
    return { start, end: { line: start.line + lines, character: 0 } };
  };
  const { lsp } = Procedo;
  const context = { diagnostics: [] };
  return {
    'completion: a step': () => complete(document, step),
    'completion: a target': () => complete(document, jump),
    'completion: a word': () => complete(document, typed),
    hover: () => lsp.HoverProvider.getHoverContent(document, at(typed)),
    definition: () => lsp.DefinitionProvider.getDefinition(document, at(jump)),
    occurrences: () => lsp.DocumentHighlightProvider.getDocumentHighlight(document, at(jump)),
    'code actions': () =>
      lsp.CodeActionProvider.getCodeActions(document, { textDocument, range: range(step, 1), context }),
    rename: () => lsp.RenameProvider.rename(document, { ...at(typed), newName: 'renamed' }).catch(() => undefined),
    'linked editing': () => lsp.LinkedEditingRangeProvider.getLinkedEditingRanges(document, at(typed)),
    'growing selection': () =>
      lsp.SelectionRangeProvider.getSelectionRanges(document, { textDocument, positions: [at(jump).position] }),
    'hints of a page': () => lsp.InlayHintProvider.getInlayHints(document, { textDocument, range: range(step, 60) }),
    outline: () => lsp.DocumentSymbolProvider.getSymbols(document, { textDocument }),
    'workspace symbols': () => shared.lsp.WorkspaceSymbolProvider.getSymbols({ query: 'regis' }),
  };
}

/** Places in the middle of a text: a new line for a step, a jump's target, an id. */
function placesIn(text) {
  const middle = text.indexOf('-> check', text.length / 2);
  const jump = middle + 5;
  const step = text.lastIndexOf('\n', text.indexOf('user check', middle)) + 5;
  return { step, jump, typed: text.indexOf('user check', middle) + 7 };
}

async function measureLarge() {
  const text = structuredText(steps);
  const empty = await open(EMPTY);
  const emptyTimes = new Map();
  for (const [name, ask] of Object.entries(requestsOf(empty, { step: 14, jump: 14, typed: 9 })))
    emptyTimes.set(name, await times(ask));
  const large = await open(text);
  console.log(`in the middle of ${steps} steps, in an empty process:`);
  for (const [name, ask] of Object.entries(requestsOf(large, placesIn(text))))
    console.log(
      `  ${name.padEnd(22)} ${shown(await times(ask)).padStart(14)}   ${shown(emptyTimes.get(name)).padStart(12)}`,
    );
  let key = 0;
  const keystroke = await times(() => {
    onDisk = `${text}// ${++key}\n`;
    return DocumentBuilder.update([large.uri], []);
  });
  console.log(`  ${'(a keystroke)'.padEnd(22)} ${shown(keystroke).padStart(14)}`);
}

/** Fixes are tried before they are offered where the text could not be read: it is read once more for each. */
async function measureFix() {
  const text = structuredText(steps);
  const line = text.lastIndexOf('\n', text.indexOf('user check', text.length / 2));
  const broken = await open(`${text.slice(0, line)}\n    usr half "Half a word"${text.slice(line)}`);
  const start = broken.textDocument.positionAt(line + 5);
  const params = { textDocument: broken.textDocument, range: { start, end: start }, context: { diagnostics: [] } };
  const sorted = await times(() => Procedo.lsp.CodeActionProvider.getCodeActions(broken, params));
  console.log(`  ${'(fixes of a half word)'.padEnd(22)} ${shown(sorted).padStart(14)}`);
}

await measurePositions();
await measureLarge();
await measureFix();
