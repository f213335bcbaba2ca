/** Texts mean the same to who asks for no places as to everybody else, and whoever asks after all gets the same places. */
import { globSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { type AstNode, isAstNode, isReference } from 'langium';
import { describe, expect, test } from 'vitest';
import { createProcedoServices, createServicesWithLatePlaces } from '../../src/language/index.ts';
import { SyntaxNode } from '../../src/language/late-places.ts';
import { readTexts } from './read-text.ts';

const whole = createProcedoServices();
const late = createServicesWithLatePlaces();

const texts = globSync('{examples,test/fixtures/{import,language,mapping}}/**/*.procedo').sort();

/** A tree as plain values, in the order of its properties; places are asked for where they are wanted. */
function plain(value: unknown, placed: boolean): unknown {
  if (Array.isArray(value)) return value.map((one) => plain(one, placed));
  if (isReference(value)) return { to: value.$refText, ...(placed && { at: value.$refNode?.range }) };
  if (!isAstNode(value)) return value;
  const { $type, $containerProperty, $containerIndex } = value;
  const at = placed ? value.$cstNode?.range : undefined;
  const parts = Object.entries(value).flatMap(([name, part]) =>
    name.startsWith('$') ? [] : [[name, plain(part, placed)]],
  );
  return [$type, $containerProperty, $containerIndex, at, parts];
}

function tree(services: typeof whole, text: string): AstNode {
  return services.Procedo.parser.LangiumParser.parse(text).value;
}

describe('the syntax tree', () => {
  test.each(texts)('%s', (path) => {
    const text = readFileSync(path, 'utf8');
    const [wanted, made] = [tree(whole, text), tree(late, text)];
    expect(plain(made, false)).toEqual(plain(wanted, false));
    expect(plain(made, true)).toEqual(plain(wanted, true));
  });

  test('texts without a mistake are parsed without places', () => {
    const known = globSync('{examples,test/fixtures/import}/**/*.procedo');
    for (const path of known) expect(tree(late, readFileSync(path, 'utf8')), path).toBeInstanceOf(SyntaxNode);
  });

  test('what two trees contain has the same container, and a place finds its node', () => {
    const text = readFileSync('examples/incident.procedo', 'utf8');
    const root = tree(late, text) as AstNode & { elements: AstNode[] };
    for (const element of root.elements) {
      expect(element.$container).toBe(root);
      expect(element.$cstNode?.astNode).toBe(element);
    }
  });
});

/** What is wrong with a text, for both; one word or sign of it may be taken out. */
async function problemsOfBoth(text: string) {
  const [one] = await readTexts([text], whole);
  const [other] = await readTexts([text], late);
  return [one?.problems, other?.problems] as const;
}

describe('problems', () => {
  test.each(texts)('%s', async (path) => {
    const [wanted, found] = await problemsOfBoth(readFileSync(path, 'utf8'));
    expect(found).toEqual(wanted);
  });

  test('of texts without one of their words', async () => {
    const samples = globSync('{examples,test/fixtures/import}/**/*.procedo').map((path) => readFileSync(path, 'utf8'));
    const place = fc.record({ text: fc.constantFrom(...samples), at: fc.nat() });
    await fc.assert(
      fc.asyncProperty(place, async ({ text, at }) => {
        const words = text.split(/(?<=\s)/);
        const [wanted, found] = await problemsOfBoth(words.toSpliced(at % words.length, 1).join(''));
        expect(found).toEqual(wanted);
      }),
      { numRuns: Number(process.env.PROCEDO_RUNS ?? 30) },
    );
  });
});
