/** A word that may go on with a statement, or open the next one: the word behind it decides. */
import { AstUtils } from 'langium';
import { expect, test } from 'vitest';
import { readText } from './read-text.ts';

test.each([
  [
    'a gateway behind a trigger',
    'message M process p { start on message M  or "Which?" { when "a" { task a }  otherwise "b" }  end }',
  ],
  [
    'a gateway with an id',
    'process p { start  catch on message  or which { when "a" { task a }  otherwise "b" }  end }',
  ],
  ['a gateway without a head', 'process p { start  throw t message  or { when "a" { task a }  otherwise "b" }  end }'],
  [
    'a gateway behind a handler',
    'process p { start  task t on error  or "Which?" { when "a" { task a }  otherwise "b" }  end }',
  ],
  ['one more trigger', 'signal S process p { start on message or signal S or timer after `P1D`  end }'],
  [
    'a name space behind an import',
    'import "http://www.w3.org/2001/XMLSchema" "types.xsd"\nnamespace tns "http://example.org"\nprocess p { start end }',
  ],
])('%s', async (_, text) => {
  const { problems } = await readText(text);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('a trigger that is being typed is one more trigger', async () => {
  const { problems } = await readText('process p { start on message or  end }');
  expect(problems.map(({ code }) => code)).toEqual(['missing-operand']);
});

test('a kind of join that is not there yet costs nothing of the gateway behind it', async () => {
  const { problems } = await readText(
    'process p { start xor q { when "a" { task a }  otherwise } join as  parallel { branch { task b }  branch }  end }',
  );
  expect(problems.map(({ code }) => code)).toEqual(['missing-operand']);
});

test('a half-typed `define` costs nothing of the process below it; on its line `process` is one that is elsewhere', async () => {
  const half = await readText('define\nprocess loan "Loan" { start end }');
  expect(half.problems.map(({ code }) => code)).toEqual(['missing-operand']);
  const whole = await readText('define process Loan "Loan"\ncase c { process p "P" runs Loan }');
  expect(whole.problems).toEqual([]);
});

test.each([
  ['a process', 'process p "P" | { start s  task t  end e }'],
  [
    'a process of whose body a vendor speaks first',
    'process p | {\n  @v:a(b: "c")\n  @v:d = 1\n  start s\n  task t\n}',
  ],
  ['a gateway', 'process p { start\n xor q "Q?" | {\n when "a" { task a }\n otherwise "b"\n }\n end e }'],
  ['a race', 'process p {\n start\n race r | {\n receive a\n receive b\n }\n end e\n }'],
  ['a stage', 'case c { stage s | {\n human a\n milestone b\n } }'],
  ['a case', 'case c "C" | {\n role r\n file f\n human a\n }'],
])('`with` that is being typed before the block of %s leaves it its block', async (_, text) => {
  const namesWith = async (word: string) => {
    const { model } = await readText(text.replace('|', word));
    return [...AstUtils.streamAllContents(model)].map((node) => [node.$type, 'name' in node ? node.name : undefined]);
  };
  expect(await namesWith('with')).toEqual(await namesWith(''));
});

test.each(['user u "U" with { documentation: "d" }', 'script s `a + b` with { @v:a(b: "c")\n documentation: "d" }'])(
  'what `with` says is no block: %s',
  async (line) => {
    const { problems } = await readText(`namespace v "http://v"\nprocess p { start  ${line}  end }`);
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  },
);
