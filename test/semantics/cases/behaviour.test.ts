/** What cases do that the pages in test/fixtures/semantics/cases have no words for: what is seen of a state, choices, refusals, edits, files of CMMN 1.0. */
import { describe, expect, test } from 'vitest';
import { lookAtCases, migrateCases } from '../../../src/semantics/index.ts';
import {
  enter,
  exit,
  item,
  on,
  onFile,
  onlyIf,
  planOf,
  played,
  refusal,
  rule,
  sentry,
  standing,
  tasks,
  V10,
} from './played-case.ts';

describe('sentries', () => {
  const both = planOf(
    item('a', 'U') +
      item('b', 'U') +
      item('c', 'T', enter('s')) +
      sentry('s', on('a', 'occur'), on('b', 'occur')) +
      tasks,
  );

  test('show which parts have occurred', () => {
    const { instances } = lookAtCases(both, played(both, ['occur b']));
    expect(instances.find((each) => each.item.id === 'c')?.criteria[0]?.occurred).toEqual([false, true]);
  });

  test('of a stage that runs twice hear what happens in their own instance', () => {
    const twice = planOf(
      `${item('s1', 'S')}${item('s2', 'S')}<stage id="S">${item('a', 'T')}${item('b', 'T', exit('x'))}${sentry('x', on('a', 'complete'))}</stage>${tasks}`,
    );
    expect(standing(twice, played(twice, ['complete a'])).match(/b terminated/g)).toHaveLength(1);
  });
});

describe('rules', () => {
  const manual = item('a', 'T', rule('manualActivation', 'byHand')) + tasks;

  test('that cannot be known are for somebody to decide', () => {
    const plan = planOf(manual);
    const open = played(plan, [], 'choose');
    expect(open.cases[0]?.instances.map(({ asks }) => asks)).toEqual([[], ['manual']]);
    expect(standing(plan, played(plan, ['choose manual a yes'], 'choose'))).toContain('a enabled');
    expect(standing(plan, played(plan, ['choose manual a no'], 'choose'))).toContain('a active');
    expect(standing(plan, played(plan, []))).toContain('a active');
  });

  test('of a criterion that cannot be known: somebody says when it holds', () => {
    const plan = planOf(item('a', 'T', exit('s')) + sentry('s', onlyIf('withdrawn')) + tasks);
    expect(standing(plan, played(plan, [], 'choose'))).toContain('a active');
    expect(standing(plan, played(plan, ['choose by out-s yes'], 'choose'))).toContain('a terminated');
    expect(standing(plan, played(plan, ['choose by out-s no'], 'choose'))).toContain('a active');
    expect(standing(plan, played(plan, ['choose by out-s no', 'set x 1', 'choose by out-s yes'], 'choose'))).toContain(
      'a terminated',
    );
    expect(standing(plan, played(plan, ['set withdrawn true'], 'choose'))).toContain('a terminated');
  });

  test('of a criterion whose events have occurred keep the stage open until somebody says whether it holds', () => {
    const plan = planOf(
      item('a', 'T') + item('b', 'M', enter('s')) + sentry('s', on('a', 'complete'), onlyIf('fine')) + tasks,
      {
        auto: true,
      },
    );
    expect(standing(plan, played(plan, ['complete a'], 'choose'))).toBe('a completed, b available, case active');
    expect(standing(plan, played(plan, ['complete a', 'choose by in-s yes'], 'choose'))).toBe(
      'a completed, b completed, case completed',
    );
    expect(standing(plan, played(plan, ['complete a', 'choose by in-s no'], 'choose'))).toBe(
      'a completed, b terminated, case completed',
    );
  });

  test('repeat what has no entry criterion when it is done', () => {
    const plan = planOf(item('a', 'T', rule('repetition', 'open > 0')) + tasks);
    expect(standing(plan, played(plan, ['set open 1', 'complete a']))).toBe('a completed, a active, case active');
    expect(standing(plan, played(plan, ['set open 0', 'complete a']))).toBe('a completed, case completed');
  });

  test('that make two items start each other let them rest too', () => {
    const plan = planOf(
      `${item('go', 'U')}${item('a', 'Q', `${rule('repetition')}${enter('x')}${enter('z')}`)}${item('b', 'Q', `${rule('repetition')}${enter('y')}`)}${sentry('x', on('b', 'complete'))}${sentry('y', on('a', 'complete'))}${sentry('z', on('go', 'occur'))}${tasks}`,
    );
    const state = played(plan, ['occur go']);
    expect(standing(plan, state)).toContain('rests');
    expect(standing(plan, played(plan, ['occur go', 'advance a']))).toContain('rests');
  });

  test('in a file of CMMN 1.0 let tasks wait for people, and criteria are references', () => {
    const content = `<planItem id="a" definitionRef="T"/><planItem id="b" definitionRef="T" entryCriteriaRefs="s"/>${sentry('s', on('a', 'complete'))}<humanTask id="T"/>`;
    const plan = planOf(content, { version: V10 });
    expect(standing(plan, played(plan, []))).toBe('a enabled, b available, case active');
    expect(standing(plan, played(plan, ['manualStart a', 'complete a']))).toBe('a completed, b enabled, case active');
    const events = `${item('u', 'old')}${item('t', 'clock')}${item('a', 'T', exit('s'))}${sentry('s', on('t', 'occur'))}<userEvent id="old" name="Old"/><timerEvent id="clock"><timerExpression>P1D</timerExpression><planItemStartTrigger sourceRef="u"><standardEvent>occur</standardEvent></planItemStartTrigger></timerEvent>`;
    const timed = planOf(events + tasks, { version: V10 });
    expect(standing(timed, played(timed, []))).toBe('u available, t available, a enabled, case active');
    expect(timed.items.map(({ name, timer }) => timer ?? name)).toEqual(['', 'Old', 'P1D', '']);
    expect(refusal(timed, [], 'occur t')).toContain('clock of t does not run yet');
    expect(standing(timed, played(timed, ['occur u', 'occur t']))).toContain('a terminated');
    const never = item('a', 'T', rule('manualActivation', '<body>false</body>'));
    expect(standing(plan, played(planOf(never + tasks), []))).toBe('a active, case active');
  });
});

describe('an edit while a case runs', () => {
  const before = planOf(item('a', 'T') + tasks);

  test('lets what is new in an active stage begin', () => {
    const after = planOf(
      item('a', 'T') + item('b', 'T') + item('c', 'T', enter('s')) + sentry('s', on('a', 'complete')) + tasks,
    );
    const { state, dropped } = migrateCases(played(before, []), before, after);
    expect(dropped).toEqual([]);
    expect(standing(after, state)).toBe('a active, b active, c available, case active');
  });

  test('begins nothing in what is over', () => {
    const after = planOf(item('a', 'T') + item('b', 'T') + tasks);
    const { state } = migrateCases(played(before, ['complete a']), before, after);
    expect(standing(after, state)).toBe('a completed, case completed');
  });
});

describe('completion', () => {
  test('by hand says what it waits for', () => {
    const plan = planOf(
      item('a', 'T') + item('b', 'T', `${rule('required')}${enter('s')}`) + sentry('s', on('a', 'fault')) + tasks,
    );
    expect(refusal(plan, [], 'case complete')).toBe('P cannot be completed yet: a is active.');
    expect(refusal(plan, ['complete a'], 'case complete')).toBe(
      'P cannot be completed yet: b is required and still available.',
    );
  });
});

describe('planning', () => {
  const roles = '<caseRoles><role id="lead" name="Lead"/></caseRoles>';
  const table = `<planningTable><discretionaryItem id="x" definitionRef="T" applicabilityRuleRefs="r"/><discretionaryItem id="y" definitionRef="F" authorizedRoleRefs="lead"/><applicabilityRule id="r"><condition>loss &gt; 10</condition></applicabilityRule></planningTable>`;
  const plan = planOf(
    `${item('a', 'T')}${table}${tasks}<planFragment id="F">${item('f1', 'T')}${item('f2', 'T', enter('s'))}${sentry('s', on('f1', 'complete'))}</planFragment>`,
    {
      behind: roles,
    },
  );

  test('offers what applies', () => {
    const offers = (acts: readonly string[]) =>
      lookAtCases(plan, played(plan, acts)).offers.map((each) => each.item.id);
    expect(offers([])).toEqual(['x', 'y']);
    expect(offers(['set loss 5'])).toEqual(['y']);
    expect(offers(['set loss 20'])).toEqual(['x', 'y']);
    expect(offers(['set loss 20', 'plan x'])).toEqual(['y']);
  });

  test('is for the roles that the item names', () => {
    expect(refusal(plan, [], 'plan y as clerk')).toBe('y is for lead, Lead to add, not for clerk.');
    expect(standing(plan, played(plan, ['plan y as Lead', 'complete f1']))).toContain('f1 completed, f2 active');
    expect(lookAtCases(plan, played(plan, [])).offers[1]?.roles).toEqual(['lead', 'Lead']);
  });

  test('keeps a case open that could be added to', () => {
    expect(standing(plan, played(plan, ['set loss 1', 'complete a']))).toBe('a completed, case active');
    expect(standing(plan, played(plan, ['set loss 1', 'complete a', 'case complete']))).toContain('case completed');
  });

  test('at a human task puts the item beside it, as long as the task is at work', () => {
    const beside = planOf(
      `${item('a', 'H')}<humanTask id="H"><planningTable><discretionaryItem id="x" definitionRef="T"/></planningTable></humanTask><humanTask id="T"/>`,
    );
    expect(standing(beside, played(beside, ['plan x', 'complete a', 'complete x']))).toBe(
      'a completed, x completed, case completed',
    );
    expect(refusal(beside, ['suspend a'], 'plan x')).toBe('P does not offer x now. Nothing is offered.');
  });
});

describe('the case file', () => {
  const before =
    '<caseFileModel><caseFileItem id="F"><children><caseFileItem id="G" multiplicity="ZeroOrMore"/></children></caseFileItem></caseFileModel>';
  const plan = planOf(
    item('a', 'T', enter('s')) +
      item('b', 'T', enter('t')) +
      item('c', 'T', enter('u')) +
      sentry('s', onFile('G', 'create')) +
      sentry('t', onFile('F', 'addChild')) +
      sentry('u', onFile('G', 'delete')) +
      tasks,
    { before },
  );

  test('tells of a part and of what it is a part of', () => {
    expect(standing(plan, played(plan, ['create F']))).toBe('a available, b available, c available, case active');
    expect(standing(plan, played(plan, ['create F', 'create G']))).toBe('a active, b active, c available, case active');
    expect(lookAtCases(plan, played(plan, ['create G'])).files.map(({ file }) => file.id)).toEqual(['F', 'G']);
  });

  test('takes parts away with the whole', () => {
    expect(standing(plan, played(plan, ['create G', 'create G', 'delete F']))).toContain('c active');
    expect(refusal(plan, ['create G', 'delete F'], 'update G')).toBe('G is not there: create it first.');
    expect(refusal(plan, ['create F'], 'create F')).toBe('F is there already: update, replace or delete it.');
  });
});

describe('listeners', () => {
  test('of time do not occur before their clock runs', () => {
    const plan = planOf(
      `${item('a', 'T')}${item('t', 'W')}${item('b', 'T', enter('s'))}${sentry('s', on('t', 'occur'))}<timerEventListener id="W"><timerExpression>P10D</timerExpression><planItemStartTrigger sourceRef="a"><standardEvent>complete</standardEvent></planItemStartTrigger></timerEventListener>${tasks}`,
    );
    const isRunning = (acts: readonly string[]) =>
      lookAtCases(plan, played(plan, acts)).instances.find((each) => each.item.id === 't')?.isRunning;
    expect(isRunning([])).toBe(false);
    expect(isRunning(['complete a'])).toBe(true);
    expect(refusal(plan, [], 'occur t')).toBe('The clock of t does not run yet: what starts it has not happened.');
    expect(standing(plan, played(plan, ['complete a', 'occur t']))).toContain('b active');
  });

  test('of people are told by those who may', () => {
    const plan = planOf(`${item('u', 'V')}<userEventListener id="V" authorizedRoleRefs="lead"/>${tasks}`, {
      behind: '<caseRoles><role id="lead"/></caseRoles>',
    });
    expect(refusal(plan, [], 'occur u as clerk')).toBe('u is for lead, not for clerk.');
    expect(standing(plan, played(plan, ['occur u as lead']))).toContain('u completed');
  });
});

describe('what is not possible', () => {
  const plan = planOf(
    `${item('a', 'T')}${item('s', 'S')}<stage id="S">${item('b', 'T')}</stage>${item('m', 'M', enter('x'))}${sentry('x', on('a', 'complete'))}${tasks}`,
  );

  test.each([
    [[], 'complete m', 'm is available and cannot complete. Possible: occur, terminate, suspend.'],
    [[], 'manualStart a', 'a is active and cannot manualStart. Possible: complete, terminate, fault, suspend.'],
    [['suspend s'], 'complete b', 's is suspended, so nothing can be done in it.'],
    [['case terminate', 'case close'], 'complete a', 'P is closed, so nothing can be done in it.'],
    [[], 'exit a', 'a is active and cannot exit. Possible: complete, terminate, fault, suspend.'],
  ])('after %j: %s', (acts, last, sentence) => {
    expect(refusal(plan, acts, last)).toBe(sentence);
  });
});

test('what has no way of running is left out, and the rest runs', () => {
  const plan = planOf(
    `${item('a', 'nowhere')}${item('b', 'T', enter('gone'))}${item('s', 'S')}<stage id="S">${item('inside', 'S')}${item('c', 'T')}</stage>${tasks}`,
  );
  expect(standing(plan, played(plan, []))).toBe('b active, s active, c active, case active');
});
