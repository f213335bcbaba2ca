/**
 * What CMMN forbids of the structure of a case, rule by rule: the text beside each rule in test/fixtures/language/case-rules.md has
 * the problems that the page names. A rule without a text cannot be broken in the language.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shared } from '../shared.ts';
import { readText } from './read-text.ts';

const page = readFileSync(new URL('../fixtures/language/case-rules.md', import.meta.url), 'utf8');
const rules = page.split(/^(?=\| CM)/m).filter((part) => part.startsWith('| CM'));

describe.each(rules.map((part) => [part.split(' | ').slice(0, 2).join(' ').slice(2), part] as const))(
  '%s',
  (_, part) => {
    const [row = ''] = part.split('\n');
    const told = row.slice(row.lastIndexOf(' | ') + 3);
    const codes = [...(told.split(':')[0] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, code = '']) => code);
    const text = /^```procedo\n(.*?)^```$/ms.exec(part)?.[1];

    test('is told where a text breaks it', async () => {
      expect(text === undefined).toBe(told.startsWith('cannot be said'));
      expect(codes.length > 0).toBe(text !== undefined);
      const { problems } = await readText(text ?? '');
      const others = problems.map(({ code }) => code).filter((code) => !codes.includes(code));
      expect(problems.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
      expect(others).toEqual([]);
    });
  },
);

const list = shared('design/rules.md');

test.skipIf(!list)('no rule of the list is left out', () => {
  const idsIn = (text: string): string[] => [...text.matchAll(/^\| (CM\d\d)\b/gm)].map(([, id = '']) => id);
  expect(idsIn(page)).toEqual(idsIn(readFileSync(list ?? '', 'utf8')));
});
