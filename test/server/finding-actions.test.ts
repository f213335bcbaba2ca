import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  Diagnostic,
  ProtocolConnection,
  PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FindingRun } from '../../src/protocol/findings.ts';
import { changeText, connectInMemory, initialize, next, openText } from './server-client.ts';

const fixture = (name: string) =>
  readFileSync(join(import.meta.dirname, '../fixtures/server/findings', name), 'utf8').replaceAll('\r', '');

let client: ProtocolConnection;
beforeEach(async () => {
  client = connectInMemory();
  await initialize(client);
});
afterEach(() => client.dispose());

/** Opens a text and waits for a finding. */
async function found(uri: string, text: string, code: string): Promise<Diagnostic> {
  const isIt = (one: Diagnostic) => one.code === code;
  const told = next<PublishDiagnosticsParams>(client, 'textDocument/publishDiagnostics', (params) =>
    params.diagnostics.some(isIt),
  );
  await openText(client, uri, text, uri.endsWith('.procedo') ? 'procedo' : 'xml');
  const diagnostic = (await told).diagnostics.find(isIt);
  if (!diagnostic) throw new Error(`${code} was not found.`);
  return diagnostic;
}

const actionsFor = (uri: string, diagnostic: Diagnostic) =>
  client.sendRequest<CodeAction[]>('textDocument/codeAction', {
    textDocument: { uri },
    range: diagnostic.range,
    context: { diagnostics: [diagnostic] },
  });

const done = (text: string, uri: string, action: CodeAction | undefined) =>
  TextDocument.applyEdits(TextDocument.create(uri, '', 0, text), action?.edit?.changes?.[uri] ?? []);

describe('a finding of a run', () => {
  test.each(['deadlock.procedo', 'waits.bpmn'])('is played from a lens and from a fix: %s', async (name) => {
    const uri = `file:///${name}`;
    const text = fixture(name);
    const isAsked = new Promise((resolve) => client.onRequest('workspace/codeLens/refresh', resolve));
    const diagnostic = await found(uri, text, 'deadlock-xor-and');
    await isAsked;
    const lenses = await client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    const lens = lenses.find(({ command }) => command?.command === 'procedo.playRun');
    expect(lens?.range).toEqual(diagnostic.range);
    const play = (await actionsFor(uri, diagnostic)).find(({ command }) => command?.command === 'procedo.playRun');
    expect(play).toMatchObject({ kind: 'quickfix', diagnostics: [diagnostic] });
    const [document, rule, element] = play?.command?.arguments ?? [];
    const run = await client.sendRequest<FindingRun>('procedo/findingRun', { uri: document, rule, element });
    expect(run.message).toBe(diagnostic.message);
    expect(run.acts.map(({ act }) => (act as { do: string }).do)).toEqual(['start', 'choose', 'finish']);
  });

  test('is mended', async () => {
    const uri = 'file:///deadlock.procedo';
    const text = fixture('deadlock.procedo');
    const actions = await actionsFor(uri, await found(uri, text, 'deadlock-xor-and'));
    const mending = actions.find(({ title }) => title === 'Make it an exclusive gateway');
    expect(done(text, uri, mending)).toBe(text.replace('as parallel', 'as xor'));
  });

  test('what mends any finding of a line stands before what silences or explains one, the worst finding first', async () => {
    const uri = 'file:///line.procedo';
    const text = `process p "P" {
  start "Begun"
  xor "Paid?" {
    when "yes" \`paid\` -> both
    otherwise "no" { user "Ask" -> both }
  }
  parallel both {
    branch { user "Pack" }
    branch { user "Bill" }
  }
  end "Done"
}
`;
    const actions = await actionsFor(uri, await found(uri, text, 'deadlock-xor-and'));
    expect(actions.map(({ title }) => title)).toEqual([
      'Play the run that leads here',
      'Suppress deadlock-xor-and on this line',
      'Suppress no-gateway-join-fork on this line',
      'Open the page of deadlock-xor-and',
      'Open the page of no-gateway-join-fork',
    ]);
  });

  test('is there no more when the text has changed', async () => {
    const uri = 'file:///deadlock.procedo';
    await found(uri, fixture('deadlock.procedo'), 'deadlock-xor-and');
    const whole = next<PublishDiagnosticsParams>(
      client,
      'textDocument/publishDiagnostics',
      ({ diagnostics }) => diagnostics.length === 0,
    );
    await changeText(client, uri, 2, fixture('deadlock.procedo').replace('as parallel', ''));
    await whole;
    const params = { uri, rule: 'deadlock-xor-and', element: 'both' };
    expect(await client.sendRequest('procedo/findingRun', params)).toBeNull();
  });
});

describe('a rule', () => {
  test.each([
    ['rules.procedo', '  // lint-disable-next-line label-required -- say why\n  user check\n'],
    ['waits.bpmn', '     <!-- lint-disable-next-line label-required: say why -->\n     <userTask id="pay"/>\n'],
  ])('is suppressed by a comment above the line: %s', async (name, expected) => {
    const uri = `file:///${name}`;
    const text = fixture(name);
    const actions = await actionsFor(uri, await found(uri, text, 'label-required'));
    const suppressed = done(
      text,
      uri,
      actions.find(({ title }) => title.startsWith('Suppress')),
    );
    expect(suppressed).toContain(expected);
    const gone = next<PublishDiagnosticsParams>(
      client,
      'textDocument/publishDiagnostics',
      ({ diagnostics }) => !diagnostics.some(({ code }) => code === 'label-required'),
    );
    await changeText(client, uri, 2, suppressed);
    await gone;
  });

  test('has a page, which the client opens', async () => {
    const uri = 'file:///rules.procedo';
    const actions = await actionsFor(uri, await found(uri, fixture('rules.procedo'), 'label-required'));
    expect(actions.flatMap(({ command }) => command ?? [])).toMatchObject([
      { command: 'procedo.openRule', arguments: ['label-required'] },
    ]);
  });
});

describe('a fix', () => {
  const lintFixture = (path: string) =>
    readFileSync(join(import.meta.dirname, '../fixtures/lint', path), 'utf8').replaceAll('\r', '');

  test.each([
    ['unused-definition', 'procedo'],
    ['unused-definition', 'bpmn'],
  ])('is offered for its finding: %s of %s', async (rule, ending) => {
    const uri = `file:///order.${ending}`;
    const name = `${rule}/${ending === 'procedo' ? 'invalid.procedo' : 'invalid.bpmn'}`;
    const text = lintFixture(name);
    const diagnostic = await found(uri, text, rule);
    const fix = (await actionsFor(uri, diagnostic)).find(({ edit, title }) => edit && !title.startsWith('Suppress'));
    expect(fix).toMatchObject({ kind: 'quickfix', diagnostics: [diagnostic] });
    const mended = done(text, uri, fix);
    expect(mended.length).toBeLessThan(text.length);
  });

  test('of all that can be mended without asking is one action, for who asks for it', async () => {
    const uri = 'file:///order.procedo';
    const text = lintFixture('unused-definition/invalid.procedo');
    const diagnostic = await found(uri, text, 'unused-definition');
    const asked = (only: string[]) =>
      client.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: diagnostic.range,
        context: { diagnostics: [], only },
      });
    const [all, ...others] = await asked(['source.fixAll']);
    expect(others).toEqual([]);
    expect(all).toMatchObject({ kind: 'source.fixAll.procedo' });
    expect(done(text, uri, all)).toBe(lintFixture('unused-definition/fixed.procedo'));
    expect((await asked(['source.fixAll.procedo'])).map(({ kind }) => kind)).toEqual(['source.fixAll.procedo']);
    expect((await asked(['refactor'])).filter(({ kind }) => kind?.startsWith('source'))).toEqual([]);
    const clean = next<PublishDiagnosticsParams>(client, 'textDocument/publishDiagnostics', ({ diagnostics }) =>
      diagnostics.every(({ code }) => code !== 'unused-definition'),
    );
    await changeText(client, uri, 2, done(text, uri, all));
    await clean;
    expect(await asked(['source.fixAll'])).toEqual([]);
  });
});
