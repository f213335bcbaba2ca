/**
 * Each file of test/fixtures/server/findings is a text or a model with its findings marked, on a comment line below the line they are in:
 *
 *     join both as parallel
 *     //   ^^^^^^^^^^^^^^^^ option-to-complete: The join "both" waits
 *
 * The carets stand below what the finding marks; then its code, and where it helps the beginning of its message. One that begins in the
 * first columns, where no caret can stand, is marked `//< code`. A place that a finding has to do with is marked `^^^ < code`, with what is
 * said there. Every finding is marked, every mark is found.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Diagnostic, ProtocolConnection, PublishDiagnosticsParams } from 'vscode-languageserver/node';
import type { DiagramModel } from '../../src/protocol/server.ts';
import { changeText, connectInMemory, initialize, openText } from './server-client.ts';

const folder = join(import.meta.dirname, '../fixtures/server/findings');
const MARK = /^\s*(?:\/\/|<!--)(?:(<)|\s*(\^+)) (< )?([a-z-]+)(?:: (.*?))?(?: -->)?$/;

/** A finding as it is marked: the place, the code, the beginning of what is said. Lines and columns count from 1. */
interface Told {
  readonly at: string;
  readonly message: string;
}

function marksIn(text: string): Told[] {
  let marked = 0;
  return text.split('\n').flatMap((line, row) => {
    const found = MARK.exec(line);
    if (!found) marked = row;
    if (!found) return [];
    const [, first, carets = '', related = '', code = '', message = ''] = found;
    const from = line.indexOf('^') + 1;
    const place = first ? `${marked + 1}:1` : `${marked + 1}:${from}-${from + carets.length}`;
    return [{ at: `${place} ${related}${code}`, message }];
  });
}

function placeOf({ start, end }: Diagnostic['range']): string {
  return start.character < 4 ? `${start.line + 1}:1` : `${start.line + 1}:${start.character + 1}-${end.character + 1}`;
}

function toldBy(diagnostics: readonly Diagnostic[]): Told[] {
  return diagnostics.flatMap(({ range, code, message, relatedInformation = [] }) => [
    { at: `${placeOf(range)} ${code}`, message: String(message) },
    ...relatedInformation.map((one) => ({
      at: `${placeOf(one.location.range)} < ${code}`,
      message: String(one.message),
    })),
  ]);
}

let client: ProtocolConnection;
/** By URI: what the client shows. */
let shown: Map<string, readonly Diagnostic[]>;

beforeEach(async () => {
  client = connectInMemory();
  shown = new Map();
  client.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: PublishDiagnosticsParams) => {
    shown.set(uri, diagnostics);
  });
  await initialize(client);
});
afterEach(() => client.dispose());

/** Waits until the findings are these codes; the time only bounds a failure. */
const untilShown = (uri: string, codes: readonly string[]) =>
  vi.waitFor(() => expect(shown.get(uri)?.map(({ code }) => code)).toEqual(codes), { timeout: 10_000, interval: 20 });

describe.each(readdirSync(folder))('%s', (name) => {
  const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r', '');
  const marks = marksIn(text);

  test('has the findings that are marked, and no others', async () => {
    const uri = `file:///findings/${name}`;
    await openText(client, uri, text, name.endsWith('.procedo') ? 'procedo' : 'xml');
    const places = marks.map(({ at }) => at).sort();
    const told = await vi.waitFor(
      () => {
        const found = toldBy(shown.get(uri) ?? []);
        expect(found.map(({ at }) => at).sort()).toEqual(places);
        return found;
      },
      { timeout: 10_000, interval: 20 },
    );
    for (const { at, message } of marks)
      expect(told.filter((one) => one.at === at && one.message.startsWith(message))).not.toEqual([]);
  });
});

const uri = 'file:///order.procedo';
const text = `process order "Order" {
  start "Order received"
  user check
  end "Order done"
}
`;

describe('while one types', () => {
  test('a finding goes along with its line, stays while the text has errors, and goes with what it is about', async () => {
    await openText(client, uri, text);
    await untilShown(uri, ['label-required']);
    await changeText(client, uri, 2, text.replace('  user', '  user first "Look at it"\n  user'));
    await vi.waitFor(() => expect(shown.get(uri)?.[0]?.range.start.line).toBe(3));
    await changeText(client, uri, 3, text.replace('  user', '  usr\n  user'));
    await untilShown(uri, ['unknown-word', 'label-required']);
    await changeText(client, uri, 4, text.replace('  user check\n', '  usr\n'));
    await untilShown(uri, ['unknown-word']);
    await changeText(client, uri, 5, text.replace('user check', 'user check "Check it"'));
    await untilShown(uri, []);
  });

  test('the preview shows it on its element', async () => {
    await openText(client, uri, text);
    await untilShown(uri, ['label-required']);
    const { problems } = await client.sendRequest<DiagramModel>('procedo/model', { uri });
    expect(problems).toMatchObject([{ code: 'label-required', severity: 'warning', element: 'check' }]);
    const told = new Promise<DiagramModel>((resolve) => {
      client.onNotification('procedo/modelChanged', (model: DiagramModel) => {
        if (model.problems.length === 0) resolve(model);
      });
    });
    await changeText(client, uri, 2, text.replace('user check', 'user check "Check it"'));
    expect((await told).version).toBe(2);
  });
});

describe('configuration', () => {
  let models: string;
  beforeEach(() => {
    models = mkdtempSync(join(tmpdir(), 'procedo-lint-'));
  });
  afterEach(() => rmSync(models, { recursive: true }));
  const configure = (content: string) => {
    writeFileSync(join(models, 'procedo.config.json'), content);
    const changed = { uri: pathToFileURL(join(models, 'procedo.config.json')).toString(), type: 2 };
    return client.sendNotification('workspace/didChangeWatchedFiles', { changes: [changed] });
  };

  test('the nearest one counts, again when it has changed, and what is wrong with it stands in it', async () => {
    const here = pathToFileURL(join(models, 'order.procedo')).toString();
    await configure('{ "rules": { "label-required": "error" } }');
    await openText(client, here, text);
    await untilShown(here, ['label-required']);
    expect(shown.get(here)?.[0]?.severity).toBe(1);
    await configure('{ "rules": { "label-required": "off" } }');
    await untilShown(here, []);
    await configure('{ "preset": "lax" }');
    await untilShown(here, ['label-required']);
    await untilShown(pathToFileURL(join(models, 'procedo.config.json')).toString(), ['configuration']);
    await configure('{ "ignore": ["*.procedo"] }');
    await untilShown(here, []);
    await untilShown(pathToFileURL(join(models, 'procedo.config.json')).toString(), []);
  });
});

describe('settings', () => {
  test.each<[string, object, string[]]>([
    ['none', {}, ['label-required']],
    ['off', { lint: { enable: false } }, []],
    ['another preset', { lint: { preset: 'correctness' } }, []],
    [
      'what is none',
      { lint: { enable: 1, preset: 'lax', profile: null }, analysis: { maxStates: -1 } },
      ['label-required'],
    ],
  ])('%s', async (_, chosen, expected) => {
    const other = connectInMemory();
    // Each begins with the opposite of what is expected, so that there is a change to wait for.
    let settings: object = { lint: { enable: expected.length === 0 } };
    await initialize(other, undefined, () => settings);
    let codes: unknown[] | undefined;
    other.onNotification('textDocument/publishDiagnostics', ({ diagnostics }: PublishDiagnosticsParams) => {
      codes = diagnostics.map(({ code }) => code);
    });
    const until = (wanted: string[]) =>
      vi.waitFor(() => expect(codes).toEqual(wanted), { timeout: 10_000, interval: 20 });
    await openText(other, uri, text);
    await until(expected.length === 0 ? ['label-required'] : []);
    settings = chosen;
    await other.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await until(expected);
    other.dispose();
  });
});
