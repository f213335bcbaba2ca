/** Texts made to hurt: read to the end, without a crash, with a message. Speed is not asserted beyond the runner's own limit. */
import { describe, expect, test } from 'vitest';
import { readText } from './read-text.ts';

const MANY = 10_000;
const LONG = 1_000_000;

const texts: Readonly<Record<string, string>> = {
  'nested blocks': `process p ${'{ xor { when '.repeat(MANY)}${'} } '.repeat(MANY)}`,
  'nested blocks, never closed': `process p ${'{ subprocess s '.repeat(MANY)}`,
  'nested lanes': `process p { ${'lane a { '.repeat(MANY)} `,
  'nested details': `process p with { ${'x { '.repeat(MANY)} `,
  'nested extensions': `process p ${'@a:b('.repeat(MANY)}`,
  'closing braces': '}'.repeat(MANY),
  'closing parentheses': `process p { task a ${') '.repeat(MANY)} }`,
  'unclosed comments': `process p {\n${'/* a\n'.repeat(MANY)}`,
  'unclosed strings': `process p {\n${'task "a\n'.repeat(MANY)}}`,
  'unclosed documentation': `process p {\n${'"""a\n  """b\n'.repeat(MANY / 10)}}`,
  'one long label': `process p { task "${'a '.repeat(LONG / 2)}" }`,
  'one long unclosed label': `process p { task "${'a '.repeat(LONG / 2)}`,
  'one long name': `process p { task ${'a'.repeat(LONG)} }`,
  'one long expression': `process p { xor { when \`${'1 + '.repeat(MANY)}1\` } }`,
  'one long line of spaces': `process p {${' '.repeat(LONG)}}`,
  'backslashes in an unclosed string': `process p { task "${'\\'.repeat(LONG / 10)}`,
  'steps of one label': `process p {\n${'task "Check it"\n'.repeat(MANY / 5)}}`,
  'references to nothing': `process p {\n${'task -> nowhere\n'.repeat(MANY / 20)}}`,
  'emoji and text from right to left': 'process p { task "😀 مرحبا \u202e<b>&amp;"  task "😀"  end }',
  'no characters but strange ones': '\u0000\u0001\ud800#~!§'.repeat(MANY / 100),
  nothing: '',
};

describe('a hostile text is read', () => {
  test.each(Object.entries(texts))('%s', async (_, text) => {
    const { model, problems } = await readText(text);
    expect(model.$type).toBe('Model');
    for (const { message, code } of problems) {
      expect(message).toMatch(/\.|\?$/);
      expect(code).toMatch(/^[a-z-]+$/);
    }
  });
});

test('nesting is limited with a message', async () => {
  const { problems } = await readText(texts['nested blocks'] ?? '');
  expect(problems.map(({ code }) => code)).toContain('nested-too-deep');
});
