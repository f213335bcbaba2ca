/** write(read(x)) says what x says: on the files of test/fixtures/model/kept, one trap each, and on the large set. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeXml, readModel, writeModel } from '../../src/model/index.ts';
import { shared } from '../shared.ts';
import { xmlTree } from './xml-tree.ts';

const fixtures = join(import.meta.dirname, '../fixtures/model/kept');

function rewrite(text: string): string {
  const { definitions, problems } = readModel(text);
  if (!definitions) throw new Error(problems[0]?.message);
  return writeModel(definitions);
}

describe('what is read is written', () => {
  for (const name of readdirSync(fixtures)) {
    const text = readFileSync(join(fixtures, name), 'utf8');
    it(name, () => expect(xmlTree(rewrite(text))).toEqual(xmlTree(text)));
    it(`${name}, a second time without any change`, () => expect(rewrite(rewrite(text))).toBe(rewrite(text)));
    it(`${name}, with text and attributes looked at`, () =>
      expect(xmlTree(rewriteTouched(text))).toEqual(xmlTree(text)));
  }
});

/** As `rewrite`, after asking every element for all it has: looking at a model must not change it. */
function rewriteTouched(text: string): string {
  const { definitions } = readModel(text);
  if (!definitions) throw new Error('unreadable');
  const open: unknown[] = [definitions];
  for (let value = open.pop(); value; value = open.pop()) {
    if (typeof value !== 'object' || !('$descriptor' in value) || !('get' in value)) continue;
    const { properties = [] } = value.$descriptor as { properties?: { name: string; isReference: boolean }[] };
    void (value as { $attrs?: unknown }).$attrs;
    for (const { name, isReference } of properties) {
      const inner = (value.get as (name: string) => unknown).call(value, name);
      if (!isReference) open.push(...(Array.isArray(inner) ? inner : [inner]).filter(Boolean));
    }
  }
  return writeModel(definitions);
}

const corpus = shared('corpus');

describe.skipIf(!corpus)('the large set of files', () => {
  for (const kind of ['bpmn', 'cmmn', 'broken']) {
    it(`${kind}: every file is written as it was read, or has a problem with a place`, { timeout: 240_000 }, () => {
      const files = readdirSync(join(corpus ?? '', kind), { recursive: true, encoding: 'utf8' });
      const models = files.filter((name) => /\.(bpmn|cmmn|xml)$/.test(name));
      expect(models.length).toBeGreaterThan(10);
      expect(models.map((name) => [name, verdict(join(corpus ?? '', kind, name))]).filter(([, said]) => said)).toEqual(
        [],
      );
    });
  }
});

/** What is wrong with the way of a file through reader and writer; undefined if nothing is. */
function verdict(path: string): string | undefined {
  const { value: text, problems } = decodeXml(readFileSync(path));
  const read = text === undefined ? { definitions: undefined, problems } : readModel(text);
  if (read.definitions && text !== undefined) {
    return JSON.stringify(xmlTree(writeModel(read.definitions))) === JSON.stringify(xmlTree(text))
      ? undefined
      : 'differs';
  }
  const complaint = read.problems.find(({ severity }) => severity === 'error');
  if (!complaint?.range || !/^[A-Z].*\.$/s.test(complaint.message)) return 'no clear problem';
  // A file that is XML must be read, unless it is no model.
  return text !== undefined && complaint.code !== 'not-a-model' && isXml(text) ? complaint.message : undefined;
}

function isXml(text: string): boolean {
  try {
    xmlTree(text);
    return true;
  } catch {
    return false;
  }
}
