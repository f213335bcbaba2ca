import { expect, test } from 'vitest';
import { compileExpression } from '../../../src/semantics/expressions/compile-expression.ts';

const known: Readonly<Record<string, unknown>> = { x: 5, city: 'Ulm', no: false, list: ['a'] };
const data = { get: (name: string) => known[name] as never, all: () => known as never };

test.each([
  [`\${execution.getVariable('x') > 3}`, true],
  [`\${execution.getVariable("city") == 'Ulm'}`, true],
  [`\${caseInstance.getVariable('no') != null && no}`, false],
  [`\${task.getVariable('x') + 1 == 6}`, true],
  [`\${execution.getVariable('city').startsWith('U')}`, true],
  ['$' + '{vars:get(x) == 5}', true],
  [`\${var:get('x') == 5}`, true],
  [`\${variables:equals(city, 'Ulm')}`, true],
  [`\${vars:ne(x, 5)}`, false],
  [`\${vars:lowerThan(x, 10) && vars:gte(x, 5)}`, true],
  [`\${vars:contains(list, 'b')}`, false],
  [`\${var:exists('x')}`, true],
])('%s is %j', (text, value) => expect(compileExpression(text).evaluate(data)).toBe(value));

test.each([
  `\${execution.getVariable('unset') == true}`,
  `\${execution.getVariable(x) == 5}`.replace('(x)', '()'),
  `\${vars:getOrDefault(unset, true)}`,
  `\${vars:base64(x)}`,
  `\${execution.businessKey}`,
  `\${vars:}`,
  `\${bean.check(x, 'y')}`,
])('%s cannot be known', (text) => expect(compileExpression(text).evaluate(data)).toBeUndefined());
