import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import { type Comparison, compareRequest, isComparison } from '../../src/protocol/comparison.ts';
import { connectInMemory, initialize, openText } from './server-client.ts';

const uri = 'file:///folder/order.procedo';
const text = (step: string) =>
  `process order "Order" {\n  start on message Order\n  user pick "Pick"\n  ${step}\n  end "Done"\n}\n`;
const messages = 'message Order "Order"\n';

let client: ProtocolConnection;
const compare = (before: Readonly<Record<string, string>>) =>
  client.sendRequest<Comparison | null>(compareRequest, { uri, before });

beforeEach(async () => {
  client = connectInMemory();
  await initialize(client);
  openText(client, uri, text('service ship "Ship"'));
});
afterEach(() => client.dispose());

test('what has changed, with its place in both texts and what to mark', async () => {
  const answer = await compare({ 'order.procedo': text(''), 'messages.procedo': messages });
  expect(isComparison(answer)).toBe(true);
  const added = answer?.changes.find(({ mark }) => mark === 'added');
  expect(added).toMatchObject({
    sentence: 'Service task "Ship" added between "Pick" and "Done".',
    group: 'Process "Order"',
    before: { ids: [] },
    after: { range: { start: { line: 3 } } },
  });
  expect(added?.after.ids[0]).toBe('ship');
  expect(answer?.after.diagrams.map(({ id }) => id)).toContain(added?.after.diagram);
  expect(answer?.before.xml).toContain('BPMNShape');
});

test('a document that was not there is all added', async () => {
  const answer = await compare({});
  expect(answer?.before).toEqual({ xml: '', caseXml: '', diagrams: [] });
  expect(answer?.changes.map(({ mark }) => mark)).not.toContain('removed');
  expect(answer?.changes.map(({ sentence }) => sentence)).toContainEqual(
    expect.stringContaining('Process "Order" added'),
  );
});

test('the names come from the files around as they were', async () => {
  const answer = await compare({ 'order.procedo': text('service ship "Ship"'), 'messages.procedo': messages });
  // The texts of the folder are not open, so the message is unknown now, and was known then.
  expect(answer?.changes.map(({ sentence }) => sentence).join()).toContain('message "Order"');
});

test('what is not open has no answer', async () => {
  const answer = await client.sendRequest(compareRequest, { uri: 'file:///folder/other.procedo', before: {} });
  expect(answer).toBeNull();
});
