/** What a preview shows while a line is half-typed: one keystroke at a time, as an editor sends them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver/node';
import type { DiagramModel, LocatedElements } from '../../src/protocol/server.ts';
import { changeText, connectInMemory, initialize, next, openText, withoutFindings } from './server-client.ts';

const uri = 'file:///order.procedo';
const whole = `process order "Order" {
  start
  user check "Check the order"
  xor good "Good?" {
    when "no" {
      send "Say so"
    }
    otherwise "yes"
  }
  end
}
`;

let client: ProtocolConnection;
let version: number;

beforeEach(async () => {
  client = connectInMemory();
  await initialize(client, undefined, withoutFindings);
  await openText(client, uri, whole);
  version = 1;
  await client.sendRequest('procedo/model', { uri });
});
afterEach(() => client.dispose());

/** Changes the text; resolves to the first model of it. */
async function type(text: string): Promise<DiagramModel> {
  const wanted = ++version;
  const changed = next<DiagramModel>(client, 'procedo/modelChanged', (model) => model.version === wanted);
  await changeText(client, uri, wanted, text);
  return changed;
}

describe('a half-typed line', () => {
  test.each([
    ['a word that is none', 'user check "Check the order"', 'us check "Check the order"', ['check']],
    ['a word that is missing', 'user check "Check', 'check "Check', ['check']],
    ['the head of a block', 'xor good', 'xo good', ['good']],
  ])('%s keeps its last good form', async (_, before, after, ids) => {
    const model = await type(whole.replace(before, after));
    const line = whole.slice(0, whole.indexOf(before)).split('\n').length - 1;
    expect(model.held?.line).toBe(line);
    expect(model.held?.ids).toEqual(expect.arrayContaining(ids));
    for (const id of ids) expect(model.xml).toContain(`id="${id}"`);
    expect((await type(whole)).held).toBeUndefined();
  });

  test.each([
    ['is deleted', whole.replace('user check "Check the order"', '')],
    ['is cut with its line end', whole.replace('  user check "Check the order"\n', '')],
    ['is commented out', whole.replace('  user', '  // user')],
    ['declares something that is not drawn', whole.replace('user check "Check the order"', 'data check "Order"')],
    ['breaks together with another', whole.replace('user check', 'us check').replace('send', 'sen')],
  ])('is not held when it %s', async (_, text) => {
    const model = await type(text);
    expect(model.held).toBeUndefined();
    expect(model.xml).not.toContain('name="Check the order"');
  });

  test('is a new form at once where it is another step', async () => {
    const model = await type(whole.replace('user check "Check the order"', 'service look "Look"'));
    expect(model.held).toBeUndefined();
    expect(model.xml).toContain('id="look"');
  });

  test('is let go when the caret leaves it, and stays away until it is whole', async () => {
    const broken = whole.replace('user check', 'us check');
    expect((await type(broken)).held).toBeDefined();
    const released = next<DiagramModel>(client, 'procedo/modelChanged', (model) => model.held === undefined);
    await client.sendNotification('procedo/release', { uri });
    expect((await released).xml).not.toContain('id="check"');
    expect((await type(broken.replace('us check', 'use check'))).held).toBeUndefined();
    expect((await type(whole)).xml).toContain('id="check"');
  });

  test('is located as it is shown', async () => {
    await type(whole.replace('user check', 'us check'));
    const position = { line: 2, character: 6 };
    expect(await client.sendRequest<LocatedElements>('procedo/locate', { uri, position })).toMatchObject({
      ids: ['check', 'order'],
    });
  });

  test('has its problem at what is shown', async () => {
    const wrong = next<DiagramModel>(client, 'procedo/modelChanged', (model) => model.problems.length > 0);
    await changeText(client, uri, 2, whole.replace('user check', 'us check'));
    expect((await wrong).problems).toMatchObject([{ severity: 'error', element: 'check' }]);
  });
});

test('words that belong to nothing are a problem of the element in their line', async () => {
  const wrong = next<DiagramModel>(client, 'procedo/modelChanged', (model) => model.problems.length > 0);
  await changeText(client, uri, 2, whole.replace('user check', 'user check "Twice"'));
  expect((await wrong).problems).toMatchObject([{ severity: 'error', element: 'check' }]);
});

test('of several steps in a line the one with the problem is named', async () => {
  const wrong = next<DiagramModel>(client, 'procedo/modelChanged', (model) => model.problems.length > 0);
  const line = '{ send "Say so" service book "Book it" -> nowhere user look "Look" }';
  await changeText(client, uri, 2, whole.replace(/\{\n\s+send "Say so"\n\s+\}/, line));
  const { problems } = await wrong;
  expect(problems.find(({ code }) => code === 'unknown-reference')?.element).toBe('book');
});
