/** A word of the language where a name should be costs its own line, and nothing behind it. */
import { AstUtils } from 'langium';
import { describe, expect, test } from 'vitest';
import { RESERVED_IN_CASES, RESERVED_WORDS } from '../../src/language/lexing/reserved-words.ts';
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

/** The same in a case. */
const linesOfCases: Readonly<Record<string, (word: string) => string>> = {
  'the name of an item': (word) => `human ${word} "Label"`,
  'the name of an item without a label': (word) => `human ${word}`,
  'the name of a stage': (word) => `stage ${word} "Stage" { human y "Y" }`,
  'what a criterion waits for': (word) => `human a "A" enter when ${word} completes`,
  'the name of a criterion': (word) => `human a "A" enter ${word} "In" when t1 completes`,
  'the name of a case file item': (word) => `file ${word} "F"`,
  'a case file item in another': (word) => `human a "A" reads dossier.${word}`,
  'the name of a role': (word) => `role ${word} "R"`,
  'the performer of a task': (word) => `human a "A" by ${word}`,
  'what a task runs': (word) => `process a "A" runs ${word}`,
  'an item by itself': (word) => `${word} "Label"`,
};

const aroundItem = (line: string) => `case c "C" {
  role r0 "Role"
  file dossier "Dossier"
  human t1 "One"
  ${line}
  human t2 "Two"
  stage sub "Sub" { human t3 "Three" }
  milestone e0 "End" enter when t1 completes
}
process z "Z" { start task t4 "Four" end }
`;

describe.each(Object.entries(linesOfCases))('a word of the language as %s', (_, line) => {
  test.each([...RESERVED_IN_CASES])('%s', async (word) => {
    const { model } = await readText(aroundItem(line(word)));
    const names = AstUtils.streamAllContents(model).map((node) => ('name' in node ? node.name : undefined));
    expect([...names]).toEqual(expect.arrayContaining(['r0', 't1', 't2', 'sub', 't3', 'e0', 'z', 't4']));
    const [first] = model.elements;
    expect(first?.$type === 'Case' && first.body?.items.at(-1)).toMatchObject({ name: 'e0' });
  });
});
