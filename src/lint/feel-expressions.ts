/** Expressions in FEEL where Camunda 8 has them: in its own attributes, and in expressions of the standard that begin with `=`. */
import { type CodeProblem, codeProblems } from '../expressions/index.ts';
import { is, type ModelElement } from '../model/index.ts';
import { type ModelChange, set } from './fixes/model-change.ts';
import type { LintModel } from './lint-model.ts';
import { isExecutable } from './queries.ts';
import { attributesOf, changeOf, vendorElements } from './vendor.ts';

export interface FeelExpression {
  /** What has it. */
  readonly owner: ModelElement;
  /** With the `=` before it. */
  readonly code: string;
  /** What puts other code in its place. */
  readonly change: (code: string) => ModelChange | undefined;
}

/** All but conditions, which have a rule of their own (`condition-parses`). */
export function feelExpressions({ all }: Pick<LintModel, 'all'>): FeelExpression[] {
  const ofVendor = [...all('bpmn:FlowElement'), ...all('bpmn:LoopCharacteristics'), ...all('bpmn:Message')].flatMap(
    (element) => {
      const owner = is(element, 'bpmn:LoopCharacteristics') ? (element.$parent ?? element) : element;
      return vendorElements(element, 'camunda8')
        .flatMap((one) => attributesOf(one).map(([name, code]) => ({ one, name, code })))
        .map(({ one, name, code }) => ({ owner, code, change: (value: string) => changeOf(one, { name, value }) }));
    },
  );
  const ofTimers = all('bpmn:TimerEventDefinition').flatMap((timer) =>
    [timer.timeDate, timer.timeDuration, timer.timeCycle].flatMap((value) =>
      value?.body
        ? [{ owner: timer.$parent ?? timer, code: value.body, change: (code: string) => set(value, 'body', code) }]
        : [],
    ),
  );
  return [...ofVendor, ...ofTimers.filter(({ owner }) => isExecutable(owner))].filter(({ code }) => /^\s*=/.test(code));
}

/** What is wrong with one. */
export function feelFindings(code: string): readonly CodeProblem[] {
  return codeProblems(code, 'FEEL');
}
