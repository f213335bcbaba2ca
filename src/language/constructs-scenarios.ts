// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of LSP snippets

import type { Construct } from './construct.ts';

/** Scenarios, and what is done in them. */
export const scenarioConstructs: readonly Construct[] = [
  {
    keyword: 'scenario',
    rules: ['Scenario'],
    role: 'declaration',
    term: 'Scenario',
    means:
      'A test beside what it is about: what is done, act by act, and what is expected then. `procedo test` runs it.',
    snippet: 'scenario ${1:name} "${2:What happens}" for ${3:process} {\n\tstart\n\t$0\n}',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario refused for loan {\n  start  set { approved: false }\n  complete check\n  expect end done  never book\n}',
    places: { root: 2.5, head: 30 },
  },
  {
    keyword: 'for',
    rules: ['Scenario'],
    role: 'clause',
    term: 'What it is for',
    means: 'The process or the case that runs, or a collaboration: its pools begin together.',
    snippet: 'for ',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start\n}',
  },
  {
    keyword: 'start',
    rules: ['Act'],
    role: 'step',
    term: 'Start',
    means:
      'The process begins, or the start event that is named; an activity of an ad-hoc sub-process; an item of a case that waits for a person to start it.',
    snippet: 'start',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start  set { approved: true }\n}',
    places: { scenario: 1 },
  },
  {
    keyword: 'complete',
    rules: ['Act'],
    role: 'step',
    term: 'Complete',
    means: 'Somebody has done the task. A task that needs nobody is done at once, unless the scenario completes it.',
    snippet: 'complete ',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start\n  complete check\n  choose ok "yes"\n}',
    places: { scenario: 2 },
  },
  {
    keyword: 'choose',
    rules: ['ChooseAct'],
    role: 'step',
    term: 'Choose',
    means: 'Which way a gateway goes whose conditions cannot be known; of a case, whether a condition holds.',
    snippet: 'choose ',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start\n  complete check  choose ok "no"\n}',
    places: { scenario: 3 },
  },
  {
    keyword: 'timer',
    rules: ['Act'],
    role: 'step',
    term: 'Timer',
    means: 'The time of this event has come. The virtual clock goes on to it.',
    snippet: 'timer ',
    example:
      'process loan "Loan" {\n  start\n  user check "Check"\n    on timer after `P2D` as late "Late" { end expired "Expired" }\n  end\n}\n\nscenario s for loan {\n  start\n  timer late\n  expect end expired\n}',
    places: { scenario: 4 },
  },
  {
    keyword: 'message',
    rules: ['MessageAct'],
    role: 'step',
    term: 'Message',
    means: 'A message comes from outside, or to the step that is named.',
    snippet: 'message ',
    example:
      'message Answer "Answer"\n\nprocess loan "Loan" {\n  start\n  receive wait "Wait" message Answer\n  send tell "Tell" message Answer\n  end\n}\n\nscenario s for loan {\n  start\n  message Answer\n}',
    places: { scenario: 5 },
  },
  {
    keyword: 'signal',
    rules: ['SignalAct'],
    role: 'step',
    term: 'Signal',
    means: 'A signal comes from outside, to all who wait for it.',
    snippet: 'signal ',
    example:
      'signal Stop "Stop"\n\nprocess loan "Loan" {\n  start\n  catch stopped "Stopped" on signal Stop\n  end\n}\n\nscenario s for loan {\n  start\n  signal Stop\n}',
    places: { scenario: 6 },
  },
  {
    keyword: 'fail',
    rules: ['FailAct'],
    role: 'step',
    term: 'Fail',
    means: 'The task fails with an error instead of being done.',
    snippet: 'fail ',
    example:
      'error Broken "Broken" code "E1"\n\nprocess loan "Loan" {\n  start\n  service book "Book"\n    on error Broken as broken "Broken" { end failed "Failed" }\n  end\n}\n\nscenario s for loan {\n  start\n  fail book error Broken\n  expect end failed\n}',
    places: { scenario: 7 },
  },
  {
    keyword: 'error',
    rules: ['FailAct'],
    role: 'clause',
    term: 'Error',
    means: 'The error that the task fails with; without it, any.',
    snippet: 'error ',
    example:
      'error Broken "Broken" code "E1"\n\nprocess loan "Loan" {\n  start\n  service book "Book"\n    on error Broken as broken "Broken" { end failed "Failed" }\n  end\n}\n\nscenario s for loan {\n  start\n  fail book error Broken\n}',
  },
  {
    keyword: 'occur',
    rules: ['Act'],
    role: 'step',
    term: 'Occur',
    means: 'An event happens, whatever it waits for; of a case, a listener or a milestone.',
    snippet: 'occur ',
    example:
      'case claim "Claim" {\n  file photos "Photos"\n  human inspect "Inspect"\n  human letter "Letter" manual\n  discretionary human survey "Survey"\n  user event withdrawn "Withdrawn"\n}\n\nscenario s for claim {\n  occur withdrawn\n}',
    places: { scenario: 8 },
  },
  {
    keyword: 'on',
    rules: ['Act'],
    role: 'clause',
    term: 'Trigger',
    means: 'By which of its triggers the event occurs; without it by the first that is no message and no timer.',
    snippet: 'on ',
    example:
      'signal Stop "Stop"\nsignal Recall "Recall"\n\nprocess order "Order" {\n  start\n  user pack "Pack"\n    on signal Stop or signal Recall as ended "Ended" { end stopped "Stopped" }\n  end\n}\n\nscenario s for order {\n  start\n  occur ended on signal Recall\n  expect end stopped\n}',
  },
  {
    keyword: 'set',
    rules: ['SetAct'],
    role: 'clause',
    term: 'Variables',
    means: 'Variables change: with the act on the same line, or by themselves on a line of their own.',
    snippet: 'set { $0 }',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start  set { approved: true }\n  set { amount: 60000 }\n}',
    places: { scenario: 9 },
  },
  {
    keyword: 'expect',
    rules: ['ExpectLine'],
    role: 'control',
    term: 'Expectation',
    means: 'What must be true now. Several may stand on one line.',
    snippet: 'expect ',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start\n  expect active check\n}',
    places: { scenario: 10 },
  },
  {
    keyword: 'file',
    rules: ['FileAct'],
    role: 'step',
    term: 'Case File Item',
    means: 'Something happens to an item of the case file: `created`, `updated`, `deleted` …',
    snippet: 'file ',
    example:
      'case claim "Claim" {\n  file photos "Photos"\n  human inspect "Inspect"\n  human letter "Letter" manual\n  discretionary human survey "Survey"\n  user event withdrawn "Withdrawn"\n}\n\nscenario s for claim {\n  file photos created\n}',
    places: { scenario: 11 },
  },
  {
    keyword: 'plan',
    rules: ['Act'],
    role: 'step',
    term: 'Plan',
    means: 'Somebody adds a discretionary item.',
    snippet: 'plan ',
    example:
      'case claim "Claim" {\n  file photos "Photos"\n  human inspect "Inspect"\n  human letter "Letter" manual\n  discretionary human survey "Survey"\n  user event withdrawn "Withdrawn"\n}\n\nscenario s for claim {\n  plan survey\n}',
    places: { scenario: 12 },
  },
  {
    keyword: 'disable',
    rules: ['Act'],
    role: 'step',
    term: 'Disable',
    means: 'Somebody decides that the item is not needed.',
    snippet: 'disable ',
    example:
      'case claim "Claim" {\n  file photos "Photos"\n  human inspect "Inspect"\n  human letter "Letter" manual\n  discretionary human survey "Survey"\n  user event withdrawn "Withdrawn"\n}\n\nscenario s for claim {\n  disable letter\n}',
    places: { scenario: 14 },
  },
  {
    keyword: 'reenable',
    rules: ['Act'],
    role: 'step',
    term: 'Re-enable',
    means: 'It is needed after all.',
    snippet: 'reenable ',
    example:
      'case claim "Claim" {\n  file photos "Photos"\n  human inspect "Inspect"\n  human letter "Letter" manual\n  discretionary human survey "Survey"\n  user event withdrawn "Withdrawn"\n}\n\nscenario s for claim {\n  disable letter\n  reenable letter\n}',
    places: { scenario: 15 },
  },
  {
    keyword: 'terminate',
    rules: ['Act'],
    role: 'step',
    term: 'Terminate',
    means: 'The item, or the case, is ended before its work is done.',
    snippet: 'terminate ',
    example:
      'case claim "Claim" {\n  file photos "Photos"\n  human inspect "Inspect"\n  human letter "Letter" manual\n  discretionary human survey "Survey"\n  user event withdrawn "Withdrawn"\n}\n\nscenario s for claim {\n  terminate inspect\n}',
    places: { scenario: 16 },
  },
  {
    keyword: 'suspend',
    rules: ['Act'],
    role: 'step',
    term: 'Suspend',
    means: 'The item, or the case, is put off.',
    snippet: 'suspend ',
    example:
      'case claim "Claim" {\n  file photos "Photos"\n  human inspect "Inspect"\n  human letter "Letter" manual\n  discretionary human survey "Survey"\n  user event withdrawn "Withdrawn"\n}\n\nscenario s for claim {\n  suspend inspect\n}',
    places: { scenario: 17 },
  },
  {
    keyword: 'resume',
    rules: ['Act'],
    role: 'step',
    term: 'Resume',
    means: 'It goes on after a pause.',
    snippet: 'resume ',
    example:
      'case claim "Claim" {\n  file photos "Photos"\n  human inspect "Inspect"\n  human letter "Letter" manual\n  discretionary human survey "Survey"\n  user event withdrawn "Withdrawn"\n}\n\nscenario s for claim {\n  suspend inspect\n  resume inspect\n}',
    places: { scenario: 18 },
  },
  {
    keyword: 'reactivate',
    rules: ['Act'],
    role: 'step',
    term: 'Reactivate',
    means: 'It goes on after a failure; a case, after it was over.',
    snippet: 'reactivate ',
    example:
      'case claim "Claim" {\n  file photos "Photos"\n  human inspect "Inspect"\n  human letter "Letter" manual\n  discretionary human survey "Survey"\n  user event withdrawn "Withdrawn"\n}\n\nscenario s for claim {\n  terminate claim\n  reactivate claim\n}',
    places: { scenario: 19 },
  },
  {
    keyword: 'close',
    rules: ['Act'],
    role: 'step',
    term: 'Close',
    means: 'The case is closed for good.',
    snippet: 'close ',
    example:
      'case claim "Claim" {\n  file photos "Photos"\n  human inspect "Inspect"\n  human letter "Letter" manual\n  discretionary human survey "Survey"\n  user event withdrawn "Withdrawn"\n}\n\nscenario s for claim {\n  terminate claim\n  close claim\n}',
    places: { scenario: 20 },
  },
];
