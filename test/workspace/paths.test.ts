import { posix } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { folderOf, pathFrom, resolvePath } from '../../src/workspace/paths.ts';

const segments = fc.array(fc.constantFrom('a', 'b', 'orders', 'x.bpmn'), { maxLength: 4 });
const absolute = segments.map((parts) => `/${parts.join('/')}`);
const written = fc
  .array(fc.constantFrom('..', '.', 'a', 'b', 'x.json'), { minLength: 1 })
  .map((parts) => parts.join('/'));

test('paths are what Node makes of them', () => {
  fc.assert(
    fc.property(absolute, absolute, written, (folder, file, path) => {
      expect(folderOf(file)).toBe(posix.dirname(file));
      expect(resolvePath(folder, path)).toBe(posix.resolve(folder, path));
      expect(pathFrom(folder, file)).toBe(posix.relative(folder, file));
    }),
  );
});

test.each([
  [folderOf('C:/models/order.bpmn'), 'C:/models'],
  [folderOf('C:/order.bpmn'), 'C:/'],
  [folderOf('C:/'), 'C:/'],
  [resolvePath('C:/models', '..\\company.json'), 'C:/company.json'],
  [resolvePath('C:/', 'D:/company.json'), 'D:/company.json'],
])('drives: %s', (found, expected) => expect(found).toBe(expected));
