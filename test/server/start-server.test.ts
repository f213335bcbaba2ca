import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CompletionList,
  DocumentSymbol,
  InlayHint,
  LinkedEditingRanges,
  ProtocolConnection,
  PublishDiagnosticsParams,
  SelectionRange,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import type {
  ChangedProblems,
  DiagramModel,
  ExportResult,
  LocatedElements,
  LocatedRange,
} from '../../src/protocol/server.ts';
import {
  changeText,
  connectInMemory,
  connectOverStdio,
  initialize,
  next,
  openText,
  withoutFindings,
} from './server-client.ts';

const uri = 'file:///order.procedo';
const text = `process order "Order" {
  start
  user check "Check the order"
  end
}
`;

const isOf =
  (version: number) =>
  (params: { uri: string; version?: number }): boolean =>
    params.uri === uri && params.version === version;

let client: ProtocolConnection;
beforeEach(async () => {
  client = connectInMemory();
  await initialize(client, undefined, withoutFindings);
});
afterEach(() => client.dispose());

describe('diagnostics', () => {
  test('come with their version while typing, and go when the text is mended', async () => {
    const first = next<PublishDiagnosticsParams>(client, 'textDocument/publishDiagnostics', isOf(1));
    await openText(client, uri, text.replace('user check', 'user check "a" -> nowhere user check'));
    expect((await first).diagnostics.map(({ code }) => code)).toContain('unknown-reference');
    const second = next<PublishDiagnosticsParams>(client, 'textDocument/publishDiagnostics', isOf(2));
    await changeText(client, uri, 2, text);
    expect((await second).diagnostics).toEqual([]);
  });

  test('tell what the checks find, not only what cannot be read or resolved', async () => {
    const told = next<PublishDiagnosticsParams>(client, 'textDocument/publishDiagnostics', isOf(1));
    await openText(client, uri, text.replace('user check', 'us check'));
    expect((await told).diagnostics.map(({ code }) => code)).toEqual(['unknown-word']);
  });

  test('go when an untitled text is closed', async () => {
    const untitled = 'untitled:Untitled-1';
    const is = (wanted: number) => (params: PublishDiagnosticsParams) =>
      params.uri === untitled && params.diagnostics.length === wanted;
    const first = next<PublishDiagnosticsParams>(client, 'textDocument/publishDiagnostics', is(1));
    await openText(client, untitled, 'process p { start -> nowhere }');
    await first;
    const gone = next<PublishDiagnosticsParams>(client, 'textDocument/publishDiagnostics', is(0));
    await client.sendNotification('textDocument/didClose', { textDocument: { uri: untitled } });
    expect((await gone).diagnostics).toEqual([]);
  });
});

describe('procedo/model', () => {
  test('answers with the drawn model', async () => {
    await openText(client, uri, text);
    const model = await client.sendRequest<DiagramModel>('procedo/model', { uri });
    expect(model).toMatchObject({ uri, version: 1, problems: [] });
    expect(model.diagrams).toHaveLength(1);
    expect(model.xml).toContain('<bpmn:userTask id="check" name="Check the order"');
    expect(model.xml).toContain('bpmnElement="check"');
  });

  test('is null for a document that is not open', async () => {
    expect(await client.sendRequest('procedo/model', { uri: 'file:///none.procedo' })).toBeNull();
  });

  test('is followed by the model of each change until it is closed', async () => {
    await openText(client, uri, text);
    await client.sendRequest('procedo/model', { uri });
    const changed = next<DiagramModel>(client, 'procedo/modelChanged', isOf(2));
    await changeText(client, uri, 2, text.replace('Check the order', 'Look at it'));
    expect((await changed).xml).toContain('name="Look at it"');
    await client.sendNotification('procedo/close', { uri });
    const told: DiagramModel[] = [];
    client.onNotification('procedo/modelChanged', (model: DiagramModel) => {
      told.push(model);
    });
    const checked = next<PublishDiagnosticsParams>(client, 'textDocument/publishDiagnostics', isOf(3));
    await changeText(client, uri, 3, text);
    await checked;
    expect(told).toEqual([]);
  });

  test('brings the problems up to date after the checks', async () => {
    await openText(client, uri, text);
    await client.sendRequest('procedo/model', { uri });
    const wrong = next<DiagramModel>(client, 'procedo/modelChanged', (model) => model.problems.length > 0);
    await changeText(client, uri, 2, text.replace('end', '-> nowhere end'));
    expect((await wrong).problems.map(({ code }) => code)).toContain('unknown-reference');
  });

  test('brings problems alone to a client that takes them, where the model is the same', async () => {
    await openText(client, uri, text);
    await client.sendRequest('procedo/model', { uri, takesProblems: true });
    const models: DiagramModel[] = [];
    client.onNotification('procedo/modelChanged', (model: DiagramModel) => {
      models.push(model);
    });
    const isWrong = ({ problems }: ChangedProblems) => problems.some(({ code }) => code === 'unknown-reference');
    const wrong = next<ChangedProblems>(client, 'procedo/problemsChanged', isWrong);
    await changeText(client, uri, 2, text.replace('end', '-> nowhere end'));
    expect(Object.keys(await wrong).sort()).toEqual(['problems', 'uri', 'version']);
    expect(models).toEqual([]);
  });

  test('keeps the whole steps of a half-typed text', async () => {
    await openText(client, uri, text.replace('  end\n}\n', '  ser'));
    const model = await client.sendRequest<DiagramModel>('procedo/model', { uri });
    expect(model.xml).toContain('id="check"');
    expect(model.problems.length).toBeGreaterThan(0);
  });

  test('shows a BPMN file as it is, and follows its changes', async () => {
    await openText(client, uri, text);
    const { xml } = await client.sendRequest<DiagramModel>('procedo/model', { uri });
    const bpmn = 'file:///order.bpmn';
    await openText(client, bpmn, xml, 'xml');
    expect(await client.sendRequest<DiagramModel>('procedo/model', { uri: bpmn })).toMatchObject({ xml, problems: [] });
    const changed = next<DiagramModel>(client, 'procedo/modelChanged', (model) => model.uri === bpmn);
    await changeText(client, bpmn, 2, '<nonsense');
    expect(await changed).toMatchObject({ version: 2, xml: '' });
  });
});

test('procedo/locate leads from an element to its text and back', async () => {
  await openText(client, uri, text);
  const found = await client.sendRequest<LocatedRange>('procedo/locate', { uri, id: 'check' });
  expect(found.range.start.line).toBe(2);
  const { ids } = await client.sendRequest<LocatedElements>('procedo/locate', { uri, position: found.range.start });
  expect(ids[0]).toBe('check');
  expect(await client.sendRequest('procedo/locate', { uri, id: 'nobody' })).toBeNull();
});

describe('procedo/export', () => {
  test('gives XML and SVG of what stands in the editor', async () => {
    await openText(client, uri, text);
    const xml = await client.sendRequest<ExportResult>('procedo/export', { uri, format: 'xml' });
    expect(xml.content).toContain('<bpmndi:BPMNShape');
    const svg = await client.sendRequest<ExportResult>('procedo/export', { uri, format: 'svg' });
    expect(svg.content).toContain('<svg');
  });

  test('says why there is nothing', async () => {
    await openText(client, uri, text.replace('end', '-> nowhere end'));
    const { content, problems } = await client.sendRequest<ExportResult>('procedo/export', { uri, format: 'svg' });
    expect(content).toBeUndefined();
    expect(problems.map(({ code }) => code)).toContain('unknown-reference');
  });
});

describe('what editors ask of a language server', () => {
  const at = (line: number, character: number) => ({ textDocument: { uri }, position: { line, character } });
  const asked = text.replace('end', 'user more "More" -> chek\n  end');

  test('is advertised', async () => {
    const other = connectInMemory();
    const { capabilities } = await initialize(other);
    expect(capabilities).toMatchObject({
      codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite', 'source.fixAll.procedo'] },
      documentHighlightProvider: true,
      documentLinkProvider: { resolveProvider: false },
      inlayHintProvider: { resolveProvider: false },
      linkedEditingRangeProvider: true,
      renameProvider: { prepareProvider: true },
      selectionRangeProvider: true,
      textDocumentSync: { openClose: true, change: 2, save: true },
      workspaceSymbolProvider: { resolveProvider: false },
    });
    other.dispose();
  });

  test('is answered', async () => {
    await openText(client, uri, asked);
    const { textDocument, position } = at(2, 8);
    const range = { start: { line: 3, character: 22 }, end: { line: 3, character: 26 } };
    const context = { diagnostics: [] };
    const actions = await client.sendRequest<CodeAction[]>('textDocument/codeAction', { textDocument, range, context });
    expect(actions.map(({ title }) => title)).toContain('Change to `check`');
    await changeText(client, uri, 2, asked.replace('chek', 'check'));
    const whole = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await client.sendRequest<InlayHint[]>('textDocument/inlayHint', { textDocument, range: whole });
    expect(hints.map(({ position: place }) => place.line)).toEqual([2]);
    const linked = await client.sendRequest<LinkedEditingRanges>('textDocument/linkedEditingRange', at(2, 8));
    expect(linked.ranges).toHaveLength(2);
    const grown = await client.sendRequest<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [position],
    });
    expect(grown[0]?.parent?.range).toEqual({ start: { line: 2, character: 2 }, end: { line: 2, character: 30 } });
    expect(await client.sendRequest('textDocument/documentLink', { textDocument })).toEqual([]);
    const symbols = await client.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query: 'the order' });
    expect(symbols.map(({ name }) => name)).toEqual(['Check the order']);
  });

  test('is refused with a sentence where it cannot be', async () => {
    await openText(client, uri, text);
    await expect(client.sendRequest('textDocument/prepareRename', at(2, 3))).rejects.toThrow('word of the language');
    expect(await client.sendRequest('textDocument/prepareRename', at(2, 8))).toMatchObject({ placeholder: 'check' });
  });
});

test('a rename takes the layout file beside the text along', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'procedo-'));
  try {
    const file = pathToFileURL(join(folder, 'order.procedo')).href;
    writeFileSync(join(folder, 'order.procedo.layout'), 'layout 1 bpmn\ncheck id A_1\ncheck->end id F_1\n');
    await openText(client, file, text);
    const edit = await client.sendRequest<WorkspaceEdit>('textDocument/rename', {
      textDocument: { uri: file },
      position: { line: 2, character: 8 },
      newName: 'clear',
    });
    expect(Object.keys(edit.changes ?? {})).toEqual([file, `${file}.layout`]);
    expect(edit.changes?.[`${file}.layout`]?.map(({ newText }) => newText)).toEqual([
      'clear id A_1',
      'clear->end id F_1',
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a layout file that changes shows in the picture', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'procedo-layout-'));
  try {
    const file = pathToFileURL(join(folder, 'order.procedo')).href;
    await openText(client, file, text);
    await client.sendRequest<DiagramModel>('procedo/model', { uri: file });
    const layoutFile = `layout 1 bpmn\nstart id Start_7\ncheck 400,300 100x80\n`;
    writeFileSync(join(folder, 'order.procedo.layout'), layoutFile);
    const told = next<DiagramModel>(client, 'procedo/modelChanged', (model) => model.xml.includes('x="400" y="300"'));
    await client.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: `${file}.layout`, type: 1 }] });
    expect((await told).xml).toContain('id="Start_7"');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('speaks over standard output, and prints nothing else there', async () => {
  const { client: other, server } = connectOverStdio();
  const { capabilities } = await initialize(other);
  expect(capabilities.completionProvider).toBeDefined();
  const diagnosed = next<PublishDiagnosticsParams>(other, 'textDocument/publishDiagnostics', isOf(1));
  await openText(other, uri, text);
  expect((await diagnosed).diagnostics).toEqual([]);
  const list = await other.sendRequest<CompletionList>('textDocument/completion', {
    textDocument: { uri },
    position: { line: 2, character: 2 },
  });
  expect(list.items.map(({ label }) => label)).toContain('service');
  const symbols = await other.sendRequest<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
  expect(symbols.map(({ name }) => name)).toEqual(['Order']);
  await other.sendRequest('shutdown');
  const ended = new Promise((resolve) => server.once('exit', resolve));
  await other.sendNotification('exit');
  expect(await ended).toBe(0);
});

test('a long text is drawn when the typing pauses', async () => {
  const steps = Array.from({ length: 1100 }, (_, index) => `  task t${index} "Task ${index}"`).join('\n');
  const long = (label: string): string => `process long "${label}" {\n  start\n${steps}\n  end\n}\n`;
  await openText(client, uri, long('One'));
  await client.sendRequest('procedo/model', { uri });
  const last = next<DiagramModel>(client, 'procedo/modelChanged', isOf(4));
  await changeText(client, uri, 2, long('Two'));
  await changeText(client, uri, 3, long('Three'));
  await changeText(client, uri, 4, long('Four'));
  expect((await last).xml).toContain('name="Four"');
});
