import { expect, test } from 'vitest';
import { type Definitions, readModel } from '../../src/model/index.ts';
import { buildLinked } from '../../src/semantics/index.ts';
import { type Offer, Play } from '../../src/simulation/index.ts';

const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
  <process id="p" name="Claim">
    <startEvent id="s" name="Filed"/>
    <userTask id="check" name="Check"/>
    <boundaryEvent id="late" name="2 days" attachedToRef="check" cancelActivity="false"><timerEventDefinition/></boundaryEvent>
    <exclusiveGateway id="ok" name="Covered?"/>
    <userTask id="pay" name="Pay"/>
    <endEvent id="no" name="Refused"/>
    <endEvent id="paid"/><endEvent id="reminded"/>
    <sequenceFlow id="f1" sourceRef="s" targetRef="check"/>
    <sequenceFlow id="f2" sourceRef="check" targetRef="ok"/>
    <sequenceFlow id="yes" name="yes" sourceRef="ok" targetRef="pay"/>
    <sequenceFlow id="f3" sourceRef="ok" targetRef="no"/>
    <sequenceFlow id="f4" sourceRef="pay" targetRef="paid"/>
    <sequenceFlow id="f5" sourceRef="late" targetRef="reminded"/>
  </process></definitions>`;

function begun(): Play {
  const play = new Play(buildLinked([readModel(xml).definitions as Definitions]));
  play.moment();
  play.take(0);
  return play;
}

const said = (offers: readonly Offer[]) => offers.map(({ element, kind, label, run }) => [element, kind, label, run]);

test('says what can be done, where, and in which instance', () => {
  expect(said(begun().moment().offers)).toEqual([
    ['check', 'finish', 'Complete "Check"', 1],
    ['late', 'event', 'Timer "2 days" happens', 1],
    ['s', 'start', 'Start the process "Claim"', 0],
  ]);
});

test('each instance has its number', () => {
  const play = begun();
  const start = play.moment().offers.find(({ kind }) => kind === 'start');
  play.take(start?.number ?? -1);
  expect(play.moment().standing).toEqual([{ element: 'check', state: 'at-work', runs: [1, 2] }]);
});

test('a decision is offered at the ways, and told in words', () => {
  const play = begun();
  play.next();
  const ways = play.moment().offers.filter(({ kind }) => kind === 'way');
  expect(said(ways)).toEqual([
    ['yes', 'way', '"Covered?" yes', 1],
    ['f3', 'way', '"Covered?" "Refused"', 1],
  ]);
  const happened = play.take(ways[1]?.number ?? -1);
  expect(typeof happened === 'string' ? happened : happened.map(({ sentence }) => sentence)).toEqual([
    'A token took the flow to "Refused"',
    '"Refused" was completed',
    '"Claim" ended',
  ]);
  expect(play.moment().isAtRest).toBe(true);
});

test('an offer of an earlier moment is refused in words', () => {
  expect(begun().take(99)).toBe('This is not offered any more.');
});

test('says all that was done, for who writes it down', () => {
  const play = begun();
  play.next();
  play.back();
  play.next();
  expect(play.done()).toMatchObject([
    { in: 'processes', act: { do: 'start', node: 'p' } },
    { in: 'processes', act: { do: 'finish' } },
  ]);
});
