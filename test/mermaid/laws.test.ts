/** Laws of Mermaid's texts: nothing that is typed throws, and what they say of a model comes back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffModels } from '../../src/diff/index.ts';
import { readMermaid, writeMermaid } from '../../src/mermaid/index.ts';
import { allElements, type Definitions } from '../../src/model/index.ts';
import { diagramText } from './diagram-texts.ts';

/** Words of the syntax, whole and broken, in any order. */
const scraps = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '\n',
        '\n  ',
        '\n\t',
        '\n    ',
        ' ',
        ' --> ',
        ' -- yes --> ',
        ' -.-> ',
        ' ..> ',
        ' ... ',
        '"',
        '%%',
        '---',
      ),
      fc.constantFrom(
        'pool',
        'lane',
        'group',
        'task',
        'user task',
        'start message',
        'boundary timer',
        'subprocess',
        'note',
        'end',
      ),
      fc.constantFrom(
        'a',
        'b',
        'c',
        'data',
        'title x',
        'accDescr {',
        '}',
        '%%{init',
        '}%%',
        '```',
        '#quot;',
        'bpmn-beta LR',
        '"L"',
      ),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((words) => `bpmn-beta LR\n${words.join('')}`);

describe('reading', () => {
  test('never throws, and says where', () => {
    fc.assert(
      fc.property(fc.oneof(scraps, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const lines = text.split(/\r\n|\r|\n/).length;
        for (const { range, message } of readMermaid(text).problems) {
          expect(range?.start.line).toBeLessThan(lines);
          expect(message).toMatch(/[.?]$/);
        }
        return true;
      }),
    );
  });

  test('writes what it could read of anything', () => {
    fc.assert(
      fc.property(scraps, (text) => {
        const written = writeMermaid(readMermaid(text).definitions).text;
        const mistakes = readMermaid(written).problems.filter(({ severity }) => severity === 'error');
        expect(mistakes, written).toEqual([]);
      }),
    );
  });
});

test.each([
  ['lines', '\n  task "x"'.repeat(130_000)],
  ['arrows on a line', `\n  task a\n  a${' --> a'.repeat(130_000)}`],
  ['levels', Array.from({ length: 1_400 }, (_, depth) => `\n${' '.repeat(depth)}subprocess`).join('')],
])('a megabyte of %s is read and written', (_, lines) => {
  const { definitions } = readMermaid(`bpmn-beta${lines}`);
  expect(writeMermaid(definitions).text).toMatch(/^bpmn-beta LR\n/);
});

/** So that elements are told by what they say. */
function withOtherIds(definitions: Definitions): Definitions {
  for (const element of allElements(definitions)) {
    const id = element.get('id');
    if (typeof id === 'string') element.set('id', `other_${id}`);
  }
  return definitions;
}

const ONLY_THE_FILE =
  /^The file is written differently: (?:(?:, | and )?the (?:ids? of|order in|flows that) \w+ \w+(?: lists?)?)+\.$/;

describe('what a text says', () => {
  test('comes back, up to ids and the order in which flows arrive', () => {
    fc.assert(
      fc.property(diagramText, (text) => {
        const { definitions, problems } = readMermaid(text);
        expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        const again = withOtherIds(readMermaid(writeMermaid(definitions).text).definitions);
        const sentences = diffModels(definitions, again).flatMap(({ kind, sentence }) =>
          kind === 'id' ? [] : sentence,
        );
        // In which order flows arrive means nothing, and chains of arrows have another.
        expect(sentences.filter((sentence) => !ONLY_THE_FILE.test(sentence))).toEqual([]);
      }),
    );
  });

  test('is written the same each time', () => {
    fc.assert(
      fc.property(diagramText, (text) => {
        const { definitions } = readMermaid(text);
        const { text: written } = writeMermaid(definitions);
        expect(writeMermaid(definitions).text).toBe(written);
        expect(writeMermaid(readMermaid(text).definitions).text).toBe(written);
      }),
    );
  });
});
