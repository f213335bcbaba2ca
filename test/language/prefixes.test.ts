/** A text cut at each of its tokens, as it is while someone types it: read without a crash, and whole steps stay. */
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type AstNode, AstUtils } from 'langium';
import { describe, expect, test } from 'vitest';
import { createProcedoServices, type Model } from '../../src/language/index.ts';
import { readText } from './read-text.ts';

const root = join(import.meta.dirname, '../..');
const texts = globSync(['examples/**/*.procedo', 'test/fixtures/language/samples/*.procedo'], { cwd: root }).sort();
const { Procedo } = createProcedoServices();

/** Names and labels of the elements that end before `offset`, in the order of the text. */
function namesBefore(model: Model, offset: number): string[] {
  return [...AstUtils.streamAllContents(model)].flatMap((node) => {
    const { name, label, body } = node as { name?: string; label?: string; body?: AstNode };
    const ends = (body ? body.$cstNode?.offset : node.$cstNode?.end) ?? 0;
    return (name || label) && ends < offset ? [`${name} ${label}`] : [];
  });
}

function parse(text: string): Model {
  return Procedo.parser.LangiumParser.parse<Model>(text).value;
}

/** Offsets where a token begins, and those in its middle. */
function cuts(text: string): number[] {
  const { tokens } = Procedo.parser.Lexer.tokenize(text);
  return tokens.flatMap(({ startOffset, image }) => [startOffset, startOffset + Math.ceil(image.length / 2)]);
}

describe.each(texts)('%s', (path) => {
  const text = readFileSync(join(root, path), 'utf8');

  test('keeps the steps that are whole, cut at each token', () => {
    const whole = parse(text);
    for (const cut of cuts(text)) {
      const kept = new Set(namesBefore(parse(text.slice(0, cut)), Number.POSITIVE_INFINITY));
      const lost = namesBefore(whole, cut).filter((name) => !kept.has(name));
      expect(lost, `cut at ${cut}: ${JSON.stringify(text.slice(Math.max(0, cut - 30), cut))}`).toEqual([]);
    }
  });

  test('is checked without a crash, cut at every ninth token', async () => {
    for (const cut of cuts(text).filter((_, index) => index % 9 === 0)) {
      const { problems } = await readText(text.slice(0, cut));
      for (const { message, range } of problems) {
        expect(message).not.toMatch(/undefined|\[object|Expecting|token of type/);
        expect(range).toBeDefined();
      }
    }
  });
});

test('there are texts', () => expect(texts.map((path) => basename(path)).length).toBeGreaterThanOrEqual(3));
