/** A word of the language where a name should be costs its own line, and nothing behind it. */
import { AstUtils } from 'langium';
import { describe, expect, test } from 'vitest';
import { RESERVED_WORDS } from '../../src/language/lexing/reserved-words.ts';
import { readText } from './read-text.ts';

/** Lines with a word in the place of a name. */
const lines: Readonly<Record<string, (word: string) => string>> = {
  'the name of a step': (word) => `user ${word} "Label"`,
  'the name of a step without a label': (word) => `user ${word}`,
  'where a jump goes': (word) => `user a "A" -> ${word}`,
  'the name of data': (word) => `data ${word} "D"`,
  'the name of a gateway': (word) => `xor ${word} "Q?" { when "yes" { task y } otherwise "no" }`,
  'the variable of a loop': (word) => `user u for each ${word} of \`list\``,
  'the name of a lane': (word) => `in ${word} { user q "Q" }`,
  'a step by itself': (word) => `${word} "Label"`,
};

const around = (line: string) => `process p "P" {
  start s0
  task t1 "One"
  ${line}
  task t2 "Two"
  subprocess sub "Sub" { start task t3 "Three" end }
  end e0
}
process z "Z" { start task t4 "Four" end }
`;

describe.each(Object.entries(lines))('a word of the language as %s', (_, line) => {
  test.each([...RESERVED_WORDS])('%s', async (word) => {
    const { model } = await readText(around(line(word)));
    const names = AstUtils.streamAllContents(model).map((node) => ('name' in node ? node.name : undefined));
    expect([...names]).toEqual(expect.arrayContaining(['s0', 't1', 't2', 'sub', 't3', 'e0', 'z', 't4']));
    const [process] = model.elements;
    expect(process?.$type === 'Process' && process.body?.statements.at(-1)).toMatchObject({ name: 'e0' });
  });
});
