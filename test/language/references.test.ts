import { AstUtils } from 'langium';
import { describe, expect, test } from 'vitest';
import { type AstReference, linksOf } from './links-of.ts';
import { readTexts } from './read-text.ts';

const links = async (...texts: string[]): Promise<AstReference[]> => linksOf((await readTexts(texts))[0]);

describe('names of a process are visible in all of it', () => {
  test.each([
    ['a derived id', 'process p { task "Check it"  task b -> checkIt }', 'checkIt: Activity'],
    [
      'in a branch, from outside',
      'process p { xor q { when "a" { task inner } otherwise } task b -> inner }',
      'inner: Activity',
    ],
    ['in a lane block', 'process p { task a -> b  in clerk { task b } }', 'b: Activity'],
    [
      'data of the process in a sub-process',
      'process p { data file  subprocess s { task a reads file } }',
      'file: Data',
    ],
    ['a flow that a note is about', 'process p { task a -> b as f1  task b  note "x" about f1 }', 'f1: Flow'],
    [
      'a handler that compensation names',
      'process p { task a on compensation -> undo  service undo compensation }',
      'undo: Activity',
    ],
  ])('%s', async (_, text, expected) => {
    expect((await links(text)).map(({ shown }) => shown)).toContain(expected);
  });
});

test('names of another process are not visible', async () => {
  const [read] = await readTexts(['process p { task a -> b }  process q { task b }']);
  expect(read?.problems.map(({ code }) => code)).toContain('unknown-reference');
});

describe('the step behind a pool', () => {
  test.each([
    ['of a process that is its own pool', 'process p as pool bank { start s }  pool c ~> bank.s'],
    ['of a process whose pool has no id', 'process p as pool { start s }  pool c ~> p.s'],
    ['of a pool that runs a process', 'process p { start s }  pool bank runs p  pool c ~> bank.s'],
  ])('%s', async (_, text) => {
    expect((await links(text)).map(({ shown }) => shown)).toContain('s: Event');
  });

  test('in another file', async () => {
    const found = await links('pool c ~> bank.s', 'process p as pool bank { start s }');
    expect(found.map(({ shown }) => shown)).toEqual(['bank: OwnPool', 's: Event']);
  });
});

test('root elements are visible across files, those of the own file first', async () => {
  const found = await links(
    'message M  process p { start on message M  end signal S  call c runs q }',
    'message M  signal S',
    'process q { task a }',
  );
  expect(found.map(({ shown }) => shown)).toEqual(['M: Message', 'S: Signal', 'q: Process']);
  expect(AstUtils.getDocument(found[0]?.target ?? fail()).uri.path).toBe('/0.procedo');
});

function fail(): never {
  throw new Error('The reference leads nowhere.');
}
