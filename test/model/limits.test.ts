/** Files made to exhaust who reads them: each is refused with a place and a sentence, and what a model may have is not. */
import { describe, expect, it } from 'vitest';
import { MOST_BYTES } from '../../src/base/file-size.ts';
import { decodeXml, readModel } from '../../src/model/index.ts';

const NAMESPACES = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:x="urn:x"';
const model = (content: string) => `<definitions ${NAMESPACES}><process id="p">${content}</process></definitions>`;
const list = (count: number, one: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => one(n)).join('');
const nested = (count: number, tag: string) => `<${tag}>`.repeat(count) + `</${tag}>`.repeat(count);
const entities = list(9, (n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`);

describe('hostile XML is refused', () => {
  it.each([
    ['entities of entities', 'unreadable-entity', `<!DOCTYPE d [<!ENTITY e0 "e">${entities}]>${model('&e9;')}`],
    ['an entity of another file', 'unreadable-entity', `<!DOCTYPE d [<!ENTITY e SYSTEM "e.txt">]>${model('&e;')}`],
    ['elements nested without end', 'nested-too-deep', model(nested(100_000, 'subProcess'))],
    ['foreign elements nested without end', 'nested-too-deep', model(nested(100_000, 'x:a'))],
    ['attributes without end', 'too-many-attributes', model(`<task ${list(100_000, (n) => ` a${n}="1"`)}/>`)],
    ['prefixed ones', 'too-many-attributes', model(`<task ${list(100_000, (n) => ` x:a${n}="1"`)}/>`)],
    ['prefixes without end', 'too-many-attributes', model(`<task ${list(100_000, (n) => ` xmlns:a${n}="a"`)}/>`)],
    ['a name without end', 'too-long', model(`<task name="${'a'.repeat(20_000_000)}"/>`)],
    ['a comment without end', 'too-long', model(`<!--${'a'.repeat(20_000_000)}-->`)],
    ['a tag without end', 'unreadable-xml', `<definitions ${'a '.repeat(100_000)}`],
  ])('%s', (_, code, xml) => {
    const { definitions, problems } = readModel(xml);
    expect(definitions).toBeUndefined();
    expect(problems.map((problem) => [problem.code, problem.range !== undefined])).toEqual([[code, true]]);
  });

  it('a file that would fill the memory', () => {
    const { value, problems } = decodeXml(new Uint8Array(MOST_BYTES + 1));
    expect(value).toBeUndefined();
    expect(problems[0]?.message).toBe(
      'The file has 257 MiB, and files of more than 256 MiB are not read. Take what is no model out of it, or give a part of it.',
    );
  });
});

describe('large models are read', () => {
  it.each([
    ['long', `<task name="${'a'.repeat(1_000_000)}"/>`],
    ['longer in all than any of it may be', list(18, () => `<task name="${'a'.repeat(1_000_000)}"/>`)],
    ['of many references to nothing', `<task>${list(50_000, (n) => `<incoming>f${n}</incoming>`)}</task>`],
    ['of hundreds of attributes', `<task ${list(900, (n) => ` x:a${n}="1"`)}/>`],
  ])('%s', (_, content) => {
    const { definitions, problems } = readModel(model(content));
    expect(definitions).toBeDefined();
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
