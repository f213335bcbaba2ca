// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of LSP snippets

import type { Construct } from './construct.ts';

/** Processes, pools, lanes and the messages between pools. */
export const collaborationConstructs: readonly Construct[] = [
  {
    keyword: 'process',
    rules: ['Process'],
    role: 'declaration',
    term: 'Process',
    means:
      'A sequence of activities, events and gateways that reaches a goal. Reading order is flow order: each step leads to the next one.',
    snippet: 'process ${1:order} "${2:Order}" {\n\tstart\n\t$0\n\tend "${3:Order done}"\n}',
    example: 'process order "Order" {\n  start\n  user check "Check the order"\n  end\n}',
    places: { root: 1, head: 1 },
  },
  {
    keyword: 'executable',
    rules: ['Process'],
    role: 'clause',
    term: 'isExecutable',
    means: 'The process is meant to run on an engine, not only to be read.',
    example: 'process order "Order" executable {\n  start\n  end\n}',
  },
  {
    keyword: 'as',
    rules: ['Process'],
    role: 'clause',
    term: 'Participant',
    means: '`as pool` draws the process in a pool of its own; id and name of the pool may follow.',
    snippet: 'as pool',
    example: 'process order "Order" as pool shop "Shop" {\n  start\n  end\n}',
  },
  {
    keyword: 'pool',
    rules: ['OwnPool'],
    role: 'clause',
    term: 'Participant',
    means: 'The pool of this process. Without an id and a label it takes those of the process.',
    snippet: 'pool',
    example: 'process order "Order" as pool shop "Shop" {\n  start\n  end\n}',
  },
  {
    keyword: 'pool',
    rules: ['Pool'],
    role: 'declaration',
    term: 'Pool (Participant)',
    means:
      'Who takes part in the collaboration. Without `runs` it is a black box: only its messages show. `[2..5]` says how many there are.',
    snippet: 'pool ${1:customer} "${2:Customer}"',
    example: 'pool customer "Customer" [1..3]',
    places: { root: 2, head: 2, collaboration: 1 },
  },
  {
    keyword: 'runs',
    rules: ['Pool'],
    role: 'clause',
    term: 'Participant, processRef',
    means: 'The process that this pool runs, one that has no pool of its own.',
    snippet: 'runs ',
    example: 'pool shop "Shop" runs order\nprocess order "Order" {\n  start\n  end\n}',
  },
  {
    keyword: 'collaboration',
    rules: ['Collaboration'],
    role: 'declaration',
    term: 'Collaboration',
    means: 'Holds pools and message flows where it has a name or a file has several; else they stand at the root.',
    snippet: 'collaboration ${1:Lending} "${2:Lending}" {\n\t$0\n}',
    example:
      'collaboration Lending "Lending" {\n  pool customer "Customer"\n  pool bank "Bank"\n    ~> customer "Offer"\n}',
    places: { root: 10, head: 10 },
  },
  {
    keyword: '~>',
    rules: ['MessageFlow'],
    role: 'control',
    term: 'Message Flow',
    means:
      'A message from the pool or the step just before it to another pool, `~> bank`, or to a step in it, `~> bank.received : Application`.',
    snippet: '~> ',
    example:
      'message Offer "Offer"\npool customer "Customer"\nprocess bank "Bank" as pool {\n  send tell "Send the offer"  ~> customer : Offer\n}',
    places: { root: 3, collaboration: 2 },
  },
  {
    keyword: 'lane',
    rules: ['Lane'],
    role: 'declaration',
    term: 'Lane',
    means:
      'Declares a lane at the top of a process or sub-process, where the order or the nesting of lanes matters; `in` puts steps into it.',
    snippet: 'lane ${1:clerk} "${2:Clerk}"',
    example: 'lane clerk "Clerk"\nlane risk "Risk"\nin clerk user check "Check"\nin risk user rate "Rate"',
    places: { process: 32, lane: 1 },
  },
  {
    keyword: 'in',
    rules: ['InLane'],
    role: 'declaration',
    term: 'Lane, flowNodeRef',
    means:
      'Puts the next statement, or a block, into a lane. `in clerk "Clerk"` declares the lane where it is first used.',
    snippet: 'in ',
    example: 'in clerk "Clerk" {\n  user check "Check"\n}',
    places: { process: 16, flow: 22, adhoc: 22 },
  },
];
