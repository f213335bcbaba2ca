/** What the server says of the layout file when a hand moves something, over the protocol. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  type ApplyWorkspaceEditParams,
  type CodeAction,
  type Diagnostic,
  FileChangeType,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { isLayoutChange, moveRequest, tidyRequest } from '../../src/protocol/layout-edits.ts';
import {
  type DiagramModel,
  modelChangedNotification,
  modelRequest,
  problemsChangedNotification,
} from '../../src/protocol/server.ts';
import { connectInMemory, initialize, withoutFindings } from './server-client.ts';

const text = 'process p "P" {\n  start\n  task check "Check"\n  end\n}\n';

let folder: string;
let uri: string;
let client: ProtocolConnection;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'procedo-'));
  await writeFile(join(folder, 'a.procedo'), text);
  uri = pathToFileURL(join(folder, 'a.procedo')).href;
  client = connectInMemory();
  await initialize(client, pathToFileURL(folder).href, withoutFindings);
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'procedo', version: 1, text },
  });
});

afterEach(async () => {
  client.dispose();
  await rm(folder, { recursive: true });
});

const open = (layoutText: string) =>
  client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: `${uri}.layout`, languageId: 'plaintext', version: 1, text: layoutText },
  });

test('a move is a change of the layout file, and an open layout file is what the picture shows', async () => {
  const shown = await client.sendRequest<DiagramModel>(modelRequest, { uri });
  expect(shown.xml).not.toContain('y="300"');
  const bounds = { x: 200, y: 300, width: 100, height: 80 };
  const change = await client.sendRequest<unknown>(moveRequest, { uri, id: 'check', bounds, diagram: '' });
  if (!isLayoutChange(change)) throw new Error('There is no change.');
  expect(change.uri).toBe(`${uri}.layout`);
  expect(change.text).toContain('\ncheck 200,300 100x80\n');
  const redrawn = new Promise<DiagramModel>((resolve) => {
    client.onNotification(modelChangedNotification, (model: DiagramModel) => {
      if (model.xml.includes('y="300"')) resolve(model);
    });
  });
  await open(change.text);
  expect((await redrawn).problems).toEqual(shown.problems);
  const tidied = await client.sendRequest<unknown>(tidyRequest, { uri, extent: 'all', id: '' });
  expect(isLayoutChange(tidied) && tidied.text).toBe('layout 1 bpmn\n');
  await expect(readFile(join(folder, 'a.procedo.layout'))).rejects.toThrow();
});

test('a move is drawn once, in whatever ways its file is told of', async () => {
  await client.sendRequest(modelRequest, { uri, takesProblems: true });
  const told: string[] = [];
  const drawn = new Promise<void>((resolve) => {
    client.onNotification(modelChangedNotification, ({ xml }: DiagramModel) => {
      told.push(modelChangedNotification);
      if (xml.includes('y="350"')) resolve();
    });
  });
  client.onNotification(problemsChangedNotification, () => {
    told.push(problemsChangedNotification);
  });
  const bounds = { x: 200, y: 300, width: 100, height: 80 };
  const change = await client.sendRequest<unknown>(moveRequest, { uri, id: 'check', bounds, diagram: '' });
  if (!isLayoutChange(change)) throw new Error('There is no change.');
  // The editor writes a new file: it tells of that, of the document that it opens, and of its saving.
  await writeFile(join(folder, 'a.procedo.layout'), change.text);
  const changes = [{ uri: change.uri, type: FileChangeType.Created }];
  await client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  await open(change.text);
  await client.sendNotification('textDocument/didSave', { textDocument: { uri: change.uri } });
  await client.sendNotification('workspace/didChangeWatchedFiles', { changes });
  // The next move is told when all else is done.
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri: change.uri, version: 2 },
    contentChanges: [{ text: change.text.replace('check 200,300', 'check 200,350') }],
  });
  await drawn;
  expect(told).toEqual([modelChangedNotification, modelChangedNotification]);
});

test('what is not there is not moved, and what no one has placed is not tidied', async () => {
  const bounds = { x: 200, y: 300, width: 100, height: 80 };
  expect(await client.sendRequest(moveRequest, { uri, id: 'nobody', bounds, diagram: '' })).toBeNull();
  expect(await client.sendRequest(tidyRequest, { uri, extent: 'selection', id: 'check' })).toBeNull();
});

test('lines about what is not in the text are told in the layout file, and removed', async () => {
  const layoutText = 'layout 1 bpmn\ncheck id Activity_1\ngone 80,80 100x80\nstart id StartEvent_1\n';
  const told = new Promise<Diagnostic[]>((resolve) => {
    client.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      if (params.uri === `${uri}.layout`) resolve(params.diagnostics);
    });
  });
  await open(layoutText);
  const [stale, ...others] = await told;
  expect(others).toEqual([]);
  expect(stale).toMatchObject({ code: 'layout-drift', severity: 2, range: { start: { line: 2 } } });
  const textDocument = { uri: `${uri}.layout` };
  const actions = await client.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument,
    range: stale?.range,
    context: { diagnostics: stale ? [stale] : [] },
  });
  expect(actions.map(({ title }) => title)).toEqual(['Remove the line of "gone"']);
  const range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } };
  expect(actions[0]?.edit?.changes?.[textDocument.uri]).toEqual([{ range, newText: '' }]);
});

test('when a label has changed its id, the line follows as the text is saved', async () => {
  const layoutText = 'layout 1 bpmn\ncheck id Activity_1\ncheck->end id Flow_2\nlookAtIt id Activity_2\n';
  const before = 'process p "P" {\n  start\n  task "Look at it"\n  task check "Check"\n  end\n}\n';
  const path = join(folder, 'b.procedo');
  await writeFile(`${path}.layout`, layoutText);
  const other = pathToFileURL(path).href;
  const textDocument = { uri: other, languageId: 'procedo', version: 1, text: before };
  const applied = new Promise<ApplyWorkspaceEditParams>((resolve) => {
    client.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      resolve(params);
      return { applied: true };
    });
  });
  await client.sendNotification('textDocument/didOpen', { textDocument });
  await client.sendRequest(modelRequest, { uri: other });
  await client.sendRequest('textDocument/codeAction', {
    textDocument,
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: [] },
  });
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri: other, version: 2 },
    contentChanges: [{ text: before.replace('Look at it', 'Read the letter') }],
  });
  await client.sendNotification('textDocument/didSave', { textDocument: { uri: other } });
  const { edit } = await applied;
  const lines = edit.changes?.[`${other}.layout`]?.flatMap(({ newText }) => newText.split('\n'));
  expect(lines).toContain('readTheLetter id Activity_2');
});

test('where a merge has changed labels before the text was opened, the lines follow as it is saved', async () => {
  const path = join(folder, 'c.procedo');
  const other = pathToFileURL(path).href;
  const layoutText = [
    'layout 1 bpmn',
    'booked 331,102 36x36 label 328,142 42x14',
    'fillInTheRequest 181,140 100x80',
    'fillInTheRequest->booked path 281,180 306,180 306,120 331,120',
    'tripPlanned 95,102 36x36 label 80,142 66x14',
    'tripPlanned->fillInTheRequest path 131,120 231,120 231,140',
    '',
  ].join('\n');
  await writeFile(`${path}.layout`, layoutText);
  const text = 'process trip "Trip" {\n  start "Trip planned"\n  user "Write the request"\n  end "Booked"\n}\n';
  await writeFile(path, text);
  const applied = new Promise<ApplyWorkspaceEditParams>((resolve) => {
    client.onRequest('workspace/applyEdit', (params: ApplyWorkspaceEditParams) => {
      resolve(params);
      return { applied: true };
    });
  });
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: other, languageId: 'procedo', version: 1, text },
  });
  await client.sendRequest('textDocument/codeAction', {
    textDocument: { uri: other },
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    context: { diagnostics: [] },
  });
  await client.sendNotification('textDocument/didChange', {
    textDocument: { uri: other, version: 2 },
    contentChanges: [{ text: text.replace('Booked', 'Booked at last') }],
  });
  await client.sendNotification('textDocument/didSave', { textDocument: { uri: other } });
  const { edit } = await applied;
  const lines = edit.changes?.[`${other}.layout`]?.map(({ newText }) => newText).join('\n');
  expect(lines).toContain('writeTheRequest 181,140');
  expect(lines).toContain('bookedAtLast 331,102');
});
