// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of LSP snippets

import type { Construct } from './construct.ts';

/** What is chosen in a scenario, set, and expected. */
export const expectationConstructs: readonly Construct[] = [
  {
    keyword: 'items',
    rules: ['ChooseAct'],
    role: 'clause',
    term: 'Number of Items',
    means: 'How many items there are, where nothing says so.',
    snippet: 'items ${1:2}',
    example:
      'process loan "Loan" {\n  start\n  user sign "Sign" for each one of `signers`\n  user ask "Ask" loop while `again`\n  end\n}\n\nscenario s for loan {\n  start\n  choose sign items 2\n}',
  },
  {
    keyword: 'again',
    rules: ['ChooseAct'],
    role: 'clause',
    term: 'Once More',
    means: 'A loop goes on for one more round.',
    example:
      'process loan "Loan" {\n  start\n  user sign "Sign" for each one of `signers`\n  user ask "Ask" loop while `again`\n  end\n}\n\nscenario s for loan {\n  start  set { signers: [] }\n  complete ask  choose ask again\n}',
  },
  {
    keyword: 'done',
    rules: ['ChooseAct'],
    role: 'clause',
    term: 'Enough',
    means: 'A loop ends.',
    example:
      'process loan "Loan" {\n  start\n  user sign "Sign" for each one of `signers`\n  user ask "Ask" loop while `again`\n  end\n}\n\nscenario s for loan {\n  start  set { signers: [] }\n  complete ask  choose ask done\n}',
  },
  {
    keyword: '->',
    rules: ['Way'],
    role: 'control',
    term: 'Way',
    means: 'The way that leads to a step.',
    snippet: '-> ',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start\n  complete check  choose ok -> book\n}',
  },
  {
    keyword: 'otherwise',
    rules: ['Way'],
    role: 'control',
    term: 'Default Flow',
    means: 'The way that is taken where no other is.',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start\n  complete check  choose ok otherwise\n}',
  },
  {
    keyword: 'way',
    rules: ['Way'],
    role: 'clause',
    term: 'Way by its place',
    means: 'The way at that place, from 1, where it has no label.',
    snippet: 'way ${1:1}',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start\n  complete check  choose ok way 1\n}',
  },
  {
    keyword: 'true',
    rules: ['Way'],
    role: 'constant',
    term: 'Holds',
    means: 'The condition that is asked for holds.',
    example:
      'case claim "Claim" {\n  human inspect "Inspect" manual if `large`\n}\n\nscenario s for claim {\n  start\n  choose inspect true\n}',
  },
  {
    keyword: 'false',
    rules: ['Way'],
    role: 'constant',
    term: 'Does not hold',
    means: 'The condition that is asked for does not hold.',
    example:
      'case claim "Claim" {\n  human inspect "Inspect" manual if `large`\n}\n\nscenario s for claim {\n  start\n  choose inspect false\n}',
  },
  {
    keyword: 'true',
    rules: ['PlainValue'],
    role: 'constant',
    term: 'true',
    means: 'The value true.',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start  set { approved: true }\n}',
  },
  {
    keyword: 'false',
    rules: ['PlainValue'],
    role: 'constant',
    term: 'false',
    means: 'The value false.',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start  set { approved: false }\n}',
  },
  {
    keyword: 'null',
    rules: ['PlainValue'],
    role: 'constant',
    term: 'null',
    means: 'No value.',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start  set { reason: null }\n}',
  },
  {
    keyword: 'active',
    rules: ['Expectation'],
    role: 'clause',
    term: 'Active',
    means: 'All that waits for somebody outside: tasks of people, receivers, events; of a case, its tasks at work.',
    snippet: 'active ',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start\n  expect active check\n}',
  },
  {
    keyword: 'end',
    rules: ['Expectation'],
    role: 'clause',
    term: 'End Events',
    means: 'End events that have been reached.',
    snippet: 'end ',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start  set { approved: true }\n  complete check\n  expect end done\n}',
  },
  {
    keyword: 'never',
    rules: ['Expectation'],
    role: 'clause',
    term: 'Never',
    means: 'What has not been executed, up to here.',
    snippet: 'never ',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start  set { approved: false }\n  complete check\n  expect never book\n}',
  },
  {
    keyword: 'ended',
    rules: ['Expectation'],
    role: 'clause',
    term: 'Ended',
    means: 'Nothing runs any more; the case is over.',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start  set { approved: true }\n  complete check\n  expect ended\n}',
  },
  {
    keyword: 'visited',
    rules: ['Expectation'],
    role: 'clause',
    term: 'Visited',
    means: 'How often a step was executed, up to here.',
    snippet: 'visited ',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start  set { approved: true }\n  complete check\n  expect visited book 1\n}',
  },
  {
    keyword: 'state',
    rules: ['Expectation'],
    role: 'clause',
    term: 'State',
    means: 'The state of a plan item or of the case, or those of all instances that are not over.',
    snippet: 'state ',
    example:
      'case claim "Claim" {\n  file photos "Photos"\n  human inspect "Inspect"\n  human letter "Letter" manual\n  discretionary human survey "Survey"\n  user event withdrawn "Withdrawn"\n}\n\nscenario s for claim {\n  complete inspect\n  expect state inspect completed\n}',
  },
  {
    keyword: 'sent',
    rules: ['Expectation'],
    role: 'clause',
    term: 'Sent',
    means: 'A message that was sent, up to here.',
    snippet: 'sent ',
    example:
      'message Answer "Answer"\n\nprocess loan "Loan" {\n  start\n  receive wait "Wait" message Answer\n  send tell "Tell" message Answer\n  end\n}\n\nscenario s for loan {\n  start\n  message Answer\n  expect sent Answer\n}',
  },
  {
    keyword: 'failed',
    rules: ['Expectation'],
    role: 'clause',
    term: 'Failed',
    means: 'An error that nobody catches has ended the run.',
    snippet: 'failed ',
    example:
      'error Broken "Broken" code "E1"\n\nprocess loan "Loan" {\n  start\n  user check "Check"\n  end broken "Broken" error Broken\n}\n\nscenario s for loan {\n  start\n  complete check\n  expect failed Broken\n}',
  },
  {
    keyword: 'within',
    rules: ['Expectation'],
    role: 'clause',
    term: 'Within',
    means: 'The most time that the virtual clock shows, as a duration of ISO 8601.',
    snippet: 'within `${1:P5D}`',
    example:
      'process loan "Loan" {\n  start\n  user check "Check"\n    on timer after `P2D` as late "Late" { end expired "Expired" }\n  end\n}\n\nscenario s for loan {\n  start\n  timer late\n  expect within `P5D`\n}',
  },
  {
    keyword: 'refused',
    rules: ['Expectation'],
    role: 'clause',
    term: 'Refused',
    means: 'The act before is not possible.',
    example:
      'process loan "Loan" {\n  start received "Request"\n  user check "Check"\n  xor ok "OK?" {\n    when "yes" `approved` { service book "Book" }\n    otherwise "no"\n  }\n  end done "Done"\n}\n\nscenario s for loan {\n  start\n  complete book\n  expect refused\n}',
  },
];
