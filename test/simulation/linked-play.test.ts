/** Processes and cases in one run, as a view shows it. */
import { expect, test } from 'vitest';
import { buildLinked } from '../../src/semantics/index.ts';
import { Play } from '../../src/simulation/index.ts';
import { noFiles, open } from '../../src/workspace/index.ts';
import { casesOf, processesOf } from '../../src/workspace/models-that-run.ts';

async function modelOf(text: string) {
  const document = await open('linked.procedo', new TextEncoder().encode(text), noFiles);
  return buildLinked([processesOf(document) ?? [], casesOf(document) ?? []].flat());
}

const text = `process claim "Claim" {
  start filed
  call examine "Examine" runs Examination
  xor large "Large?" {
    when "yes" \`amount > 100\` { user sign "Sign" }
    otherwise "no"
  }
  end done
}

case Examination "Examination" {
  human inspect "Inspect" required
  human report "Report" required
    enter when inspect completes if \`amount > 10\`
  timer late "Late" after \`P2D\`
}`;

function taking(play: Play, ...labels: string[]): Play {
  for (const label of labels) {
    const { offers } = play.moment();
    const offer = offers.find((each) => each.label === label);
    if (!offer) throw new Error(`${label}: there is ${offers.map((each) => each.label).join(', ')}.`);
    play.take(offer.number);
  }
  return play;
}

const offered = (play: Play) => play.moment().offers.flatMap(({ label, run }) => (run > 0 ? [`${run} ${label}`] : []));

test('a call activity that runs a case is not completed by hand, and the case has its number', async () => {
  const play = taking(new Play(await modelOf(text)), 'Start the process "Claim"', 'Start the process "Claim"');
  expect(offered(play).filter((label) => /Complete/.test(label))).toEqual([
    '1 Complete "Inspect"',
    '2 Complete "Inspect"',
  ]);
  expect(play.moment().standing.slice(0, 2)).toEqual([
    { element: 'examine', state: 'around', runs: [1, 2] },
    { element: 'Examination_plan', state: 'active', runs: [1, 2] },
  ]);
});

test('variables of a run are those of all that it calls', async () => {
  const play = new Play(await modelOf(text));
  play.begin();
  play.moment();
  play.set(1, { amount: 5000 });
  expect(play.moment().variables).toEqual([{ run: 1, name: 'amount', value: 5000 }]);
  taking(play, 'Complete "Inspect"', 'Complete "Report"');
  expect(offered(play)).toContain('1 Complete "Sign"');
  expect(play.moment().standing.find(({ element }) => element === 'Examination_plan')?.runs).toEqual([1]);
});

test('a question of what is called is answered by a form, and goes away', async () => {
  const play = taking(new Play(await modelOf(text)), 'Start the process "Claim"', 'Complete "Inspect"');
  const [question] = play.moment().questions;
  expect(question).toMatchObject({ element: 'report', run: 1, reads: ['amount'] });
  play.answer(question?.key ?? '', { amount: 50 });
  expect(play.moment().questions).toEqual([]);
  expect(offered(play)).toContain('1 Complete "Report"');
});

test('timers of a case come by the same clock', async () => {
  const play = taking(new Play(await modelOf(text)), 'Start the process "Claim"');
  expect(play.moment().coming).toEqual([{ element: 'late', run: 1, label: '"Late" in 2 days' }]);
  taking(play, 'Let happen: "Late" (in 2 days)');
  expect(play.moment().time).toBe('2 days');
  play.back();
  expect(play.moment().time).toBe('');
});

test('of like instances the oldest is told', async () => {
  const play = new Play(await modelOf('process p { start user ask "Ask" for each q of `qs` end }'));
  play.begin();
  const { questions } = play.moment();
  play.answer(questions[0]?.key ?? '', 3);
  expect(offered(play)).toEqual([
    '1 Complete "Ask" – the oldest of 3',
    '1 Complete "Ask" – 2 of 3',
    '1 Complete "Ask" – 3 of 3',
  ]);
});

test('an edit takes what is called away with its caller, and leaves the caller to people without what it calls', async () => {
  const play = taking(new Play(await modelOf(text)), 'Start the process "Claim"');
  const [claim = ''] = text.split('\n\ncase');
  expect(play.replace(await modelOf(`${claim}\n\ncase Other "Other" {\n  human look "Look"\n}`))).toContain('inspect');
  expect(offered(play)).toEqual(['1 Complete "Examine"']);
  const again = taking(new Play(await modelOf(text)), 'Start the process "Claim"');
  const gone = text.replace('  call examine "Examine" runs Examination\n', '');
  expect(again.replace(await modelOf(gone))).toEqual(['examine']);
  expect(offered(again)).toEqual([]);
});

test('a break point in a case stops a run', async () => {
  const play = new Play(await modelOf(text));
  play.breakpoints.add('inspect');
  play.begin();
  expect(play.isAtBreakpoint()).toBe(true);
});
