// biome-ignore-all lint/suspicious/noTemplateCurlyInString: placeholders of LSP snippets

import type { Construct } from './construct.ts';

/** Root elements that processes refer to. */
export const definitionConstructs: readonly Construct[] = [
  {
    keyword: 'message',
    rules: ['Message'],
    role: 'declaration',
    term: 'Message',
    means: 'What one participant sends to another. Events, send and receive tasks and message flows refer to it.',
    snippet: 'message ${1:Application} "${2:Application}"',
    example: 'message Application "Loan application"',
    places: { root: 4, head: 4 },
  },
  {
    keyword: 'error',
    rules: ['ErrorType'],
    role: 'declaration',
    term: 'Error',
    means:
      'A fault with a name and, for engines, a code. It is thrown by an end event and caught on the activity around it.',
    snippet: 'error ${1:RiskDown} "${2:Risk service down}"',
    example: 'error RiskDown "Risk service down" code "E42"',
    places: { root: 5, head: 5 },
  },
  {
    keyword: 'signal',
    rules: ['Signal'],
    role: 'declaration',
    term: 'Signal',
    means: 'A broadcast: whoever waits for it catches it, in any process.',
    snippet: 'signal ${1:Closed} "${2:Office closed}"',
    example: 'signal Closed "Office closed"',
    places: { root: 6, head: 6 },
  },
  {
    keyword: 'escalation',
    rules: ['Escalation'],
    role: 'declaration',
    term: 'Escalation',
    means: 'Something that the level above should know; unlike an error it need not stop the work.',
    snippet: 'escalation ${1:LateOffer} "${2:Offer is late}"',
    example: 'escalation LateOffer "Offer is late" code "LATE"',
    places: { root: 7, head: 7 },
  },
  {
    keyword: 'code',
    rules: ['ErrorType', 'Escalation'],
    role: 'clause',
    term: 'errorCode, escalationCode',
    means: 'The code by which an engine recognises the error or the escalation.',
    snippet: 'code "${1:E1}"',
    example: 'error RiskDown "Risk service down" code "E42"',
  },
  {
    keyword: 'item',
    rules: ['Item'],
    role: 'declaration',
    term: 'Item Definition',
    means: 'A type of data; data objects and messages name it after a colon.',
    snippet: 'item ${1:Order} "${2:Order}"',
    example: 'item Order "Order"',
    places: { root: 8, head: 8 },
  },
  {
    keyword: 'decision',
    rules: ['Decision'],
    role: 'declaration',
    term: 'Decision',
    means: 'A decision made elsewhere, by a table or a service, that a step runs by its name.',
    snippet: 'decision ${1:Rating} "${2:Rate the customer}"',
    example: 'decision Rating "Rate the customer"',
    places: { root: 9, head: 9 },
  },
  {
    keyword: 'define',
    rules: ['Define'],
    role: 'declaration',
    term: 'Root Element',
    means:
      'Any other root element of the standard under its schema name: interface, resource, category, global tasks; a `process` that is elsewhere. `define xml` keeps one as XML.',
    snippet: 'define ${1:resource} ${2:id} "${3:Label}"',
    example: 'define resource clerks "Clerks"',
    places: { root: 50, head: 50 },
  },
];
