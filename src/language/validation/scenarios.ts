/** Scenarios: that each says what it is for, and begins. */
import type { AstNode, ValidationAcceptor } from 'langium';
import { closestTo } from '../../base/spelling.ts';
import {
  isCase,
  isCollaboration,
  isProcess,
  isScenario,
  type Model,
  type Scenario,
  type ScenarioLine,
  type UnknownAct,
} from '../generated/ast.ts';
import { idOf } from '../ids.ts';
import { nameOfScenario, targetOf } from '../scenarios.ts';
import { report } from './report.ts';

/** What opens a line of a scenario. */
export const SCENARIO_LINES: readonly string[] = [
  ...['start', 'complete', 'choose', 'timer', 'message', 'signal', 'fail', 'occur', 'set', 'expect', 'file', 'plan'],
  ...['disable', 'reenable', 'terminate', 'suspend', 'resume', 'reactivate', 'close'],
];

/** What people say for the words of a scenario. */
const OTHER_WORDS = new Map(
  Object.entries({
    finish: 'complete',
    do: 'complete',
    pick: 'choose',
    take: 'choose',
    send: 'message',
    receive: 'message',
    fire: 'occur',
    trigger: 'occur',
    throw: 'fail',
    given: 'set',
    when: 'complete',
    assert: 'expect',
    begin: 'start',
  }),
);

/** Names of the scenarios of a file: the report of a test tells them by these. */
export function checkScenarioNames(model: Model, accept: ValidationAcceptor): void {
  const seen = new Set<string>();
  for (const scenario of model.elements.filter(isScenario)) {
    const name = nameOfScenario(scenario);
    if (seen.has(name)) {
      const message = `There is another scenario called \`${name}\`. Give one of them another name.`;
      const property = scenario.name === undefined ? 'label' : 'name';
      report(accept, 'warning', 'duplicate-scenario', message, scenario, { property });
    }
    seen.add(name);
  }
}

export function checkScenario(scenario: Scenario, accept: ValidationAcceptor): void {
  if (!scenario.forWord && !targetOf(scenario)) {
    const targets = scenario.$container.elements.filter(
      (root) => isProcess(root) || isCase(root) || isCollaboration(root),
    );
    const message =
      'Say what the scenario is for: write `for` and a process, a case or a collaboration behind its name.';
    report(accept, 'error', 'scenario-target', message, scenario, {
      keyword: 'scenario',
      data: { targets: targets.map(idOf) },
    });
  }
  const lines = scenario.body?.lines;
  if (!lines || targetOf(scenario)?.case || lines.some(begins) || lines[0]?.$type === 'UnknownAct') return;
  const message = 'Nothing begins here. Write `start` as the first line, or the message that begins the process.';
  report(accept, 'error', 'scenario-start', message, scenario, { keyword: 'scenario' });
}

function begins(line: ScenarioLine): boolean {
  return (
    line.$type === 'MessageAct' ||
    line.$type === 'SignalAct' ||
    (line.$type === 'Act' && (line.kind === 'start' || line.kind === 'occur' || line.kind === 'timer'))
  );
}

/** A line of a scenario that opens with a word that scenarios do not have. */
export function checkUnknownAct({ parts, values, $container }: UnknownAct, accept: ValidationAcceptor): void {
  const [first] = parts;
  if (first?.word === undefined) {
    const node = first ?? values;
    const message = 'What this belongs to is missing. Begin with a word such as `complete`, `set` or `expect`.';
    if (node && $container) report<AstNode>(accept, 'error', 'stray-text', message, node);
    return;
  }
  const meant = OTHER_WORDS.get(first.word.toLowerCase()) ?? closestTo(first.word, SCENARIO_LINES);
  const advice = meant ? `, did you mean \`${meant}\`?` : '. Begin with a word such as `complete`, `set` or `expect`.';
  report(accept, 'error', 'unknown-word', `Unknown act \`${first.word}\`${advice}`, first, {
    property: 'word',
    ...(meant && { data: { suggestion: meant } }),
  });
}
