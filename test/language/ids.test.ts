import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOf, idsOf, isXmlName, type Model } from '../../src/language/index.ts';
import { readText } from './read-text.ts';

async function idsIn(body: string): Promise<string[]> {
  const { model } = await readText(`process p {\n${body}\n}`);
  return [...idsOf(model).idOf.values()].filter((id) => id !== 'p');
}

test.each([
  ['task check', ['check']],
  ["task 'sid-1.2'", ['sid-1.2']],
  ['task "Check it"  task "Check it"  task "check it!"', ['checkIt', 'checkIt2', 'checkIt3']],
  ['task "Check it"  task checkIt', ['checkIt2', 'checkIt']],
  ['xor "Dossier complet ?"  xor  xor', ['dossierComplet', 'xor', 'xor2']],
  ['task "KYC check"  task "Contrôle AML"', ['kycCheck', 'controleAML']],
  ['task "48 h"  task "Step 1"  task "Step 1"', ['_48H', 'step1', 'step1_2']],
  ['task "検査"  task "فحص الملف"  task "😀"', ['task', 'task2', 'task3']],
  ['user remind on timer after `P1D` { end }', ['remind', 'remindTimer', 'end']],
  ['race r { on message  on signal or message  on timer "7 days" }', ['r', 'rMessage', 'rMultiple', '_7Days']],
  ['event subprocess { }  join  note "A text"', ['eventSubprocess', 'join', 'note']],
  [
    'lane clerk "Clerk"  in "Clerk" task a  in clerk task b  in "Boss" task c  in "Boss" task d',
    ['clerk', 'clerk', 'a', 'clerk', 'b', 'boss', 'c', 'boss', 'd'],
  ],
])('ids of %s', async (body, ids) => expect(await idsIn(body)).toEqual(ids));

test('a process that is its own pool has another id than the pool', async () => {
  const { model } = await readText('process loan as pool { }');
  expect([...idsOf(model).idOf.values()]).toEqual(['loan', 'loanPool']);
});

test('branches and flows have an id only if it is written', async () => {
  expect(await idsIn('xor q { when "a" as f1 -> t  otherwise -> t as f2 }  task t')).toEqual(['q', 'f1', 'f2', 't']);
});

test('every id is unique and a name that XML takes, whatever the labels are', async () => {
  const label = fc.oneof(
    fc.constantFrom('Check it', 'end', 'task', ''),
    fc.string({ unit: 'grapheme', maxLength: 80 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(label, { maxLength: 20 }), async (labels) => {
      const { model } = await readText(
        `process p { task task2 ${labels.map((one) => `task ${JSON.stringify(one.replace(/[\r\n\u2028\u2029]/g, ' '))}`).join(' ')} }`,
      );
      const ids = [...idsOf(model).idOf.values()];
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !isXmlName(id))).toEqual([]);
      expect(ids).toHaveLength(labels.length + 2);
    }),
  );
});

test('what is no element has no id', async () => {
  const { model } = await readText('process p { task a loop while `x` }');
  const body = (model as Model).elements[0];
  expect(body?.$type === 'Process' && body.body ? idOf(body.body) : 'no body').toBe('');
});
