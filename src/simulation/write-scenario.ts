import type { Expectation, Scenario, ScenarioStep } from './scenario.ts';

/**
 * A scenario as a file in JSON, which `readScenario` reads.
 * @param models paths of its models from its place, the one that it starts first
 */
export function writeScenario(scenario: Scenario, [model, ...models]: readonly string[]): string {
  const { name, kind, unknown } = scenario;
  const { before, variables, ...start } = scenario.start;
  const { initial, steps } = withExpectationsAtActs(scenario.steps);
  const file = {
    name,
    kind,
    model,
    ...(models.length > 0 && { models }),
    ...(unknown === 'choose' && { unset: 'choose' }),
    start: {
      ...start,
      ...(before.length > 0 && { before }),
      ...(Object.keys(variables).length > 0 && { variables }),
    },
    ...(initial && { initial }),
    steps,
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

/** What is expected stands at the act before it, what is expected first at the start. */
function withExpectationsAtActs(all: readonly ScenarioStep[]): Pick<Scenario, 'initial' | 'steps'> {
  let initial: Expectation | undefined;
  const steps: ScenarioStep[] = [];
  for (const { do: act, expect } of all) {
    const last = steps.at(-1);
    if (act) steps.push({ do: act, ...(expect && { expect }) });
    else if (expect && last) steps[steps.length - 1] = { ...last, expect: both(last.expect, expect) };
    else if (expect) initial = both(initial, expect);
  }
  return { ...(initial && { initial }), steps };
}

function both(one: Expectation | undefined, other: Expectation): Expectation {
  const states = { ...one?.states, ...other.states };
  return { ...one, ...other, ...(Object.keys(states).length > 0 && { states }) };
}
