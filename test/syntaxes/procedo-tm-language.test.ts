import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { IGrammar } from 'vscode-textmate';
import type { Construct } from '../../src/language/construct.ts';
import { constructs } from '../../src/language/constructs.ts';
import { RESERVED_WORDS } from '../../src/language/lexing/reserved-words.ts';
import { loadGrammar, type Token, tokenize } from './tokenizer.ts';

/** The scopes in which a keyword of each role may be coloured; TextMate cannot tell all meanings of a word apart. */
const scopesOfRole: Readonly<Record<Construct['role'], RegExp>> = {
  declaration: /^(storage|keyword|support)\./,
  step: /^support\.type\.step\./,
  control: /^keyword\.(control|operator)\./,
  trigger: /^(support\.type\.trigger|keyword\.control|storage\.type)\./,
  clause: /^(storage|keyword|support|punctuation\.definition\.annotation)\b/,
  constant: /^constant\.language\./,
};

let grammar: IGrammar;
beforeAll(async () => {
  grammar = await loadGrammar();
});

describe('every keyword is coloured by its role', () => {
  test.each(constructs.map((construct) => [`${construct.keyword} (${construct.term})`, construct] as const))(
    '%s',
    (_, { keyword, role, example }) => {
      const tokens = tokenize(grammar, example)
        .flat()
        .filter((token) => token.text.trim() === keyword);
      const innermost = tokens.map((token) => token.scopes.at(-1) ?? '');
      expect(
        innermost.some((scope) => scopesOfRole[role].test(scope)),
        `${keyword}: ${innermost}`,
      ).toBe(true);
    },
  );
});

test('a reserved word behind a keyword is no id', () => {
  const wrong = [...RESERVED_WORDS].filter((word) => {
    const tokens = tokenize(grammar, `user ${word}`).flat();
    return tokens.some(({ text, scopes }) => text.includes(word) && scopes.at(-1)?.startsWith('entity.name'));
  });
  expect(wrong).toEqual([]);
});

/**
 * Fixtures: a line of text, then lines of carets under it, each with the scope (or its beginning) that the innermost scope
 * of that stretch must have; `-` before a scope says that none of its scopes may be so.
 */
describe('fixtures', () => {
  const folder = new URL('../fixtures/syntaxes/', import.meta.url);
  test.each(readdirSync(folder))('%s', (file) => {
    const lines = readFileSync(new URL(file, folder), 'utf8').split('\n');
    const isCheck = (line: string): boolean => /^\s*\^+ /.test(line);
    const text = lines.filter((line) => !isCheck(line));
    const tokens = tokenize(grammar, text.join('\n'));
    let at = -1;
    const failures = lines.flatMap((line, index) => {
      if (isCheck(line)) return failureOf(line, tokens[at] ?? [], index + 1);
      at += 1;
      return [];
    });
    expect(failures).toEqual([]);
    expect(lines.some(isCheck)).toBe(true);
  });
});

function failureOf(check: string, tokens: readonly Token[], line: number): string[] {
  const [, indent = '', carets = '', wanted = ''] = /^(\s*)(\^+) (\S+)/.exec(check) ?? [];
  const end = indent.length + carets.length;
  const covered = tokens.filter((token) => token.start < end && token.start + token.text.length > indent.length);
  const holds = covered.every(({ scopes }) =>
    wanted.startsWith('-')
      ? !scopes.some((scope) => scope.startsWith(wanted.slice(1)))
      : scopes.some((scope) => scope.startsWith(wanted)),
  );
  const found = covered.map(({ text, scopes }) => `${text}: ${scopes.slice(1).join(' ')}`);
  return holds && covered.length > 0 ? [] : [`line ${line}: wanted ${wanted}, found ${found.join(', ')}`];
}
