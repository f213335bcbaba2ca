import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { range } from '../../src/base/range.ts';
import { directives, type Suppressible, suppress } from '../../src/lint/suppressions.ts';
import { noFiles, open } from '../../src/workspace/index.ts';
import { activeRules, lintDocument } from '../../src/workspace/lint-document.ts';

const folder = join(import.meta.dirname, '../fixtures/lint-suppressions');
const files = readdirSync(folder).filter((name) => ['.procedo', '.bpmn', '.cmmn'].includes(extname(name)));

/** Few rules, so that a new one changes no expectation here; and those about such comments. */
const on = ['label-required', 'event-name-with-trigger', 'end-event-required', 'no-disconnected', 'no-bpmndi'];
const aboutComments = ['unused-suppression', 'suppression-needs-reason', 'suppression-names-rule'];
const others = ['incoming-outgoing-consistent', 'milestone-without-entry'];
const settings = { rules: [...on, ...others, ...aboutComments].map((name) => [name, { level: 'on' }] as const) };

test.each(files)('%s: what its comments leave', async (file) => {
  const document = await open(file, readFileSync(join(folder, file)), noFiles);
  const found = lintDocument(document, activeRules(settings))
    .map(({ rule, element, range, message }) => {
      const place = `${(range?.start.line ?? 0) + 1}:${element ?? ''}`;
      return `${place}: ${rule.name}${rule.checkSuppression ? `: ${message}` : ''}\n`;
    })
    .join('');
  await expect(found).toMatchFileSnapshot(join(folder, `${file}.findings.txt`));
});

describe('whatever the comments say', () => {
  const ids = ['A01', 'B02', 'C03'];
  const elements = ['one', 'two'];
  const context = {
    idsOfRule: (word: string) => ids.filter((id) => id === word),
    isOn: () => true,
    isElement: (id: string) => elements.includes(id),
  };
  const line = fc.nat(12);
  const finding: fc.Arbitrary<Suppressible> = fc
    .record({
      id: fc.constantFrom(...ids),
      element: fc.constantFrom(undefined, ...elements),
      range: fc.option(
        line.map((at) => range(at, 2, at, 9)),
        { nil: undefined },
      ),
    })
    .map(({ id, ...rest }) => ({ rule: { id }, ...rest }));
  const words = fc.array(fc.constantFrom(...ids, ...elements, 'D04', '--', ':', 'why'), { maxLength: 5 });
  const comment = fc
    .tuple(fc.constantFrom(...directives, 'lint-disabled', 'lint'), words, line)
    .map(([directive, said, at]) => ({ text: [directive, ...said].join(' '), range: range(at, 0, at, 1) }));
  const findings = fc.array(finding, { maxLength: 8 });
  const comments = fc
    .array(comment, { maxLength: 5 })
    .map((some) => some.toSorted((a, b) => a.range.start.line - b.range.start.line));

  test('findings are taken away, never added or moved', () => {
    fc.assert(
      fc.property(findings, comments, (found, said) => {
        const { left } = suppress(found, said, context);
        expect(left).toEqual(found.filter((one) => left.includes(one)));
      }),
    );
  });

  test('a comment whose rules are all unused can go', () => {
    fc.assert(
      fc.property(findings, comments, (found, said) => {
        const { left, suppressions } = suppress(found, said, context);
        const useful = said.filter(({ range }) => {
          const own = suppressions.filter((one) => one.range === range);
          return own.some(
            ({ directive, rules, unused }) => directive === 'lint-enable' || rules.length > unused.length,
          );
        });
        // One comment fewer moves the next line of another above it: those are left out of this law.
        fc.pre(said.every(({ text }) => !text.startsWith('lint-disable-next-line')));
        expect(suppress(found, useful, context).left).toEqual(left);
      }),
    );
  });

  test('a rule that is disabled for the file has no findings left', () => {
    fc.assert(
      fc.property(findings, comments, fc.constantFrom(...ids), (found, said, id) => {
        const all = [...said, { text: `lint-disable-file ${id}`, range: range(20, 0, 20, 1) }];
        expect(suppress(found, all, context).left.filter(({ rule }) => rule.id === id)).toEqual([]);
      }),
    );
  });
});
