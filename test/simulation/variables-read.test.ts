import { expect, test } from 'vitest';
import { variablesIn } from '../../src/simulation/variables-read.ts';

test.each([
  ['amount > 1000', ['amount']],
  ['amount > limit and not(country = "FR")', ['amount', 'country', 'limit']],
  [`\${approved == true && order.total gt 5}`, ['approved', 'order']],
  ['#{empty reason}', ['reason']],
  ['every x in items satisfies x.price > 0', ['items', 'x']],
  ['string length(name) > 3', ['name']],
  ['if late then a else b', ['a', 'b', 'late']],
  ['größe >= 2 or x1 = 3', ['größe', 'x1']],
  ["status = 'in progress'", ['status']],
  ['count(items) = 0', ['items']],
  ['order total > 100 and not(customer is new)', ['customer is new', 'order total']],
  ['if rush order then day count else 3', ['day count', 'rush order']],
  [
    'some line item in open orders satisfies line item.price > price limit',
    ['line item', 'open orders', 'price limit'],
  ],
  ['order.net total > 1', ['order']],
  ['count(open orders) > 3', ['open orders']],
  ['true', []],
  [`\${execution.getVariable('approved') == true}`, ['approved']],
  [`\${vars:getOrDefault(score, 0) > limit && var:exists("late")}`, ['late', 'limit', 'score']],
])('%s reads %j', (condition, names) => expect(variablesIn(condition).sort()).toEqual(names));
