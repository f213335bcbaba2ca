import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CancellationTokenSource, type ProtocolConnection } from 'vscode-languageserver/node';
import {
  type CopyXmlResult,
  copyXmlRequest,
  type ImportParams,
  type ImportResult,
  importRequest,
  isCopyXmlResult,
  isImportResult,
} from '../../src/protocol/importing.ts';
import { changeText, connectInMemory, initialize, openText } from './server-client.ts';

const invoice = new URL('../vscode/workspace/invoice.bpmn', import.meta.url);
const invoiceXml = readFileSync(invoice, 'utf8');

let client: ProtocolConnection;
beforeAll(async () => {
  client = connectInMemory();
  await initialize(client);
});
afterAll(() => client.dispose());

describe('procedo/import', () => {
  const imported = (params: ImportParams) => client.sendRequest<ImportResult>(importRequest, params);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'procedo-import-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const fileOf = (content: string | Uint8Array) => {
    const path = join(folder, 'model.bpmn');
    writeFileSync(path, content);
    return pathToFileURL(path).href;
  };

  test('makes of a file its text and what the layout file keeps', async () => {
    const result = await imported({ uri: invoice.href });
    expect(isImportResult(result)).toBe(true);
    expect([result.problems, result.lost]).toEqual([[], []]);
    expect(result.text).toContain('  user "Approve"\n');
    expect(result.layout).toContain('approve->paid id Flow_2 path 350,120 410,120\n');
  });

  test('takes the XML that it is given in place of the file, whatever encoding that was in', async () => {
    const xml = invoiceXml
      .replace('Approve', 'Prüfe')
      .replace(/<\?xml[^?]*\?>/, '<?xml version="1.0" encoding="ISO-8859-1"?>');
    expect((await imported({ uri: 'file:///none.bpmn', xml })).text).toContain('"Prüfe"');
    expect((await imported({ uri: fileOf(Buffer.from(xml, 'latin1')) })).text).toContain('"Prüfe"');
  });

  test('says what the text does not hold', async () => {
    const twice = new URL('../fixtures/cli/import-not-kept/files/twice.bpmn', import.meta.url);
    const result = await imported({ uri: twice.href });
    expect(result.text).toBeDefined();
    expect(result.lost).not.toEqual([]);
  });

  test('says where a broken file is broken, and makes nothing of it', async () => {
    const result = await imported({ uri: fileOf(invoiceXml.replace('</bpmn:process>', '</bpmn:proces>')) });
    expect(result.text).toBeUndefined();
    const [error] = result.problems.filter(({ severity }) => severity === 'error');
    const line = invoiceXml.split('\n').findIndex((one) => one.includes('</bpmn:process>'));
    expect(error?.range?.start.line).toBe(line);
  });

  test('refuses entities that the file defines', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${invoiceXml.replace(/<\?xml[^?]*\?>/, '').replace('Approve', '&b;')}`;
    const result = await imported({ uri: fileOf(bomb) });
    expect(result.text).toBeUndefined();
    expect(result.problems.find(({ severity }) => severity === 'error')?.range).toBeDefined();
  });

  test('says that a file is not there', async () => {
    const { problems } = await imported({ uri: pathToFileURL(join(folder, 'none.bpmn')).href });
    expect(problems.map(({ code }) => code)).toEqual(['unreadable-file']);
  });

  test('is given up when it is cancelled, and the next one is made', async () => {
    const cancel = new CancellationTokenSource();
    const first = client.sendRequest(importRequest, { uri: invoice.href }, cancel.token);
    const second = imported({ uri: invoice.href });
    cancel.cancel();
    expect(await first.catch(() => null)).toBeNull();
    expect((await second).text).toContain('user "Approve"');
  });
});

describe('procedo/copyXml', () => {
  const uri = 'file:///order.procedo';
  const text = `process order "Order" {
  start
  user check "Check"
  service pack "Pack"
  end
}
message Paid
`;
  const copied = (fromLine: number, toLine: number) => {
    const range = { start: { line: fromLine, character: 0 }, end: { line: toLine, character: 0 } };
    return client.sendRequest<CopyXmlResult>(copyXmlRequest, { uri, range });
  };

  beforeAll(() => openText(client, uri, text));

  test('gives the elements that begin in a part of the text, with the flows between them', async () => {
    const result = await copied(2, 4);
    expect(isCopyXmlResult(result)).toBe(true);
    const tags = [...(result.xml ?? '').matchAll(/^<[\w:]+/gm)].map(([tag]) => tag);
    expect(tags).toEqual(['<bpmn:userTask', '<bpmn:serviceTask', '<bpmn:sequenceFlow']);
    expect(result.xml?.match(/xmlns:bpmn=/g)).toHaveLength(3);
  });

  test('gives an element with all that is in it', async () => {
    const { xml } = await copied(0, 5);
    expect(xml).toMatch(/^<bpmn:process [\s\S]*<\/bpmn:process>\n$/);
    expect(xml).toContain('\n  <bpmn:userTask id="check"');
  });

  test('gives the element that the part is in where none begins', async () => {
    const place = { line: 2, character: 15 };
    const { xml } = await client.sendRequest<CopyXmlResult>(copyXmlRequest, {
      uri,
      range: { start: place, end: { line: 2, character: 17 } },
    });
    expect(xml).toMatch(/^<bpmn:userTask .*id="check"/);
  });

  test('says what is wrong with a text', async () => {
    await changeText(client, uri, 2, text.replace('  end', '  -> nowhere\n  end'));
    const { xml, problems } = await copied(0, 5);
    expect(xml).toBeUndefined();
    expect(problems.map(({ code }) => code)).toContain('unknown-reference');
  });
});
