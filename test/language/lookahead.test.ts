/** A word that may go on with a statement, or open the next one: the word behind it decides. */
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
