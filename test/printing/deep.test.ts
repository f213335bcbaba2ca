/** Bodies of which the nesting has no end: they become texts all the same, and nothing is lost. */
import { expect, test } from 'vitest';
import { loadImport, open } from '../../src/workspace/index.ts';

const { ModelImporter } = await loadImport();
const importer = new ModelImporter();
const files = { read: async () => undefined, siblings: async () => [] };

const LENGTH = 300;

/** One round of a chain in which all rounds can leave for the same end: what leads from `from` to `to`, and out. */
type Round = (from: string, to: string, number: number) => string;

const flow = (id: string, from: string, to: string) =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;

const rounds: Readonly<Record<string, Round>> = {
  checks: (from, to, n) =>
    `<exclusiveGateway id="g${n}"/><task id="${to}"/>${flow(`a${n}`, from, `g${n}`)}${flow(`b${n}`, `g${n}`, to)}${flow(`c${n}`, `g${n}`, 'end')}`,
  'splits without a gateway': (from, to, n) =>
    `<task id="${to}"/>${flow(`a${n}`, from, to)}${flow(`b${n}`, from, 'end')}`,
  handlers: (from, to, n) =>
    `<boundaryEvent id="h${n}" attachedToRef="${from}"><errorEventDefinition/></boundaryEvent><task id="${to}"/>${flow(`a${n}`, `h${n}`, to)}${flow(`b${n}`, from, 'end')}`,
  races: (from, to, n) =>
    `<eventBasedGateway id="g${n}"/><intermediateCatchEvent id="m${n}"><messageEventDefinition/></intermediateCatchEvent><intermediateCatchEvent id="t${n}"><timerEventDefinition/></intermediateCatchEvent><task id="${to}"/>${flow(`a${n}`, from, `g${n}`)}${flow(`b${n}`, `g${n}`, `m${n}`)}${flow(`c${n}`, `g${n}`, `t${n}`)}${flow(`d${n}`, `m${n}`, 'end')}${flow(`e${n}`, `t${n}`, to)}`,
  'parallel branches': (from, to, n) =>
    `<parallelGateway id="g${n}"/><task id="${to}"/>${flow(`a${n}`, from, `g${n}`)}${flow(`b${n}`, `g${n}`, to)}${flow(`c${n}`, `g${n}`, 'end')}`,
};

test.each(Object.entries(rounds))('%s', async (_, round) => {
  const steps = Array.from({ length: LENGTH }, (_, n) => round(`s${n}`, `s${n + 1}`, n)).join('');
  const body = `<task id="s0"/>${steps}<task id="end"/>${flow('last', `s${LENGTH}`, 'end')}`;
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:t"><process id="p">${body}</process></definitions>`;
  const made = await importer.import(await open('deep.bpmn', new TextEncoder().encode(xml), files));
  expect('problems' in made ? made.problems : made.lost).toEqual([]);
});
