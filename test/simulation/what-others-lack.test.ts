/** Each point at which bpmn-js-token-simulation stops short (docs/simulation.md), by the smallest model that shows it. */
import { describe, expect, test } from 'vitest';
import { SmallPlay, smallProcess, task } from './small-play.ts';

const start = '<startEvent id="s"/>';
const ends = (...ids: string[]) => ids.map((id) => `<endEvent id="${id}"/>`).join('');
const played = (elements: string, flows: string, around = '') =>
  new SmallPlay(smallProcess(elements, flows, around)).run();
const sentences = ({ happened }: SmallPlay) => happened.map(({ sentence }) => sentence);

describe('data', () => {
  const decides = `${start}${task('check')}<exclusiveGateway id="g" name="Large?" default="g-no"/>${ends('yes', 'no')}`;
  const ways = 's -> check; check -> g; g -> yes [amount > 100]; g -> no';

  test('a condition over known variables decides by itself', () => {
    const run = new SmallPlay(smallProcess(decides, ways));
    run.play.begin();
    run.play.moment();
    run.play.set(1, { amount: 500 });
    expect([run.goOn().done('yes'), run.done('no')]).toEqual([1, 0]);
  });

  test('a condition over unknown ones names what it reads, and their values decide', () => {
    const run = played(decides, ways);
    const [question] = run.play.moment().questions;
    expect(question).toMatchObject({ element: 'g', reads: ['amount'], label: '"Large?" depends on amount' });
    run.play.answer(question?.key ?? '', { amount: 50 });
    expect(run.play.moment().isAtRest).toBe(true);
    expect(run.play.coverage().passed.has('no')).toBe(true);
  });

  test('only the flows out of a task whose condition holds are taken', () => {
    const run = new SmallPlay(
      smallProcess(`${start}${task('t')}${ends('a', 'b', 'c')}`, 's -> t; t -> a [x = 1]; t -> b [x = 2]; t -> c'),
    );
    run.play.begin();
    run.play.moment();
    run.play.set(1, { x: 2 });
    run.goOn();
    expect(['a', 'b', 'c'].map((id) => run.done(id))).toEqual([0, 1, 1]);
  });
});

describe('gateways', () => {
  const split = `${start}<parallelGateway id="and"/>${['a', 'b', 'c'].map((id) => task(id)).join('')}`;
  const flows = 's -> and; and -> a; and -> b; and -> c; a -> x; b -> x; c -> x; x -> e';

  test('a complex gateway goes on with as many tokens as it says, and waits for the rest', () => {
    const complex =
      '<complexGateway id="x"><activationCondition>activationCount >= 2</activationCondition></complexGateway>';
    const run = new SmallPlay(smallProcess(split + complex + ends('e'), flows));
    run.play.begin();
    run.take('Complete "a"');
    expect(run.done('e')).toBe(0);
    run.take('Complete "b"');
    expect(run.done('e')).toBe(1);
    run.take('Complete "c"');
    expect(run.done('e')).toBe(1);
    expect(run.play.moment().isAtRest).toBe(true);
  });

  test('an inclusive join waits for a token that comes by a boundary event', () => {
    const late =
      '<boundaryEvent id="late" attachedToRef="a" cancelActivity="false"><timerEventDefinition/></boundaryEvent>';
    const run = new SmallPlay(
      smallProcess(
        `${start}<parallelGateway id="and"/>${task('a')}${task('b')}${task('r')}${late}<inclusiveGateway id="x"/>${ends('e', 'e2')}`,
        's -> and; and -> a; and -> b; a -> e2; late -> r; r -> x; b -> x; x -> e',
      ),
    );
    run.play.begin();
    run.take('Complete "b"');
    expect(run.done('e')).toBe(0);
    const [reason] = run.play.moment().waiting.filter(({ element }) => element === 'x');
    expect(reason?.sentence).toBe(
      '"x" has a token from "b" and waits for one from "r"; a token at "a" may still come.',
    );
    expect(reason?.awaits).toEqual(['r-x', 'a']);
    run.take('Complete "a"');
    expect(run.done('e')).toBe(1);
  });
});

describe('activities', () => {
  const items = (n: string, kind: string) =>
    task(
      't',
      `<multiInstanceLoopCharacteristics isSequential="${kind === 'sequential'}">${n}</multiInstanceLoopCharacteristics>`,
    );

  test('parallel instances are as many tokens, sequential ones come one after the other', () => {
    const three = '<loopCardinality>3</loopCardinality>';
    const parallel = new SmallPlay(smallProcess(start + items(three, 'parallel') + ends('e'), 's -> t; t -> e'));
    parallel.play.begin();
    expect(parallel.standing).toEqual(['t', 't', 't']);
    const sequential = new SmallPlay(smallProcess(start + items(three, 'sequential') + ends('e'), 's -> t; t -> e'));
    sequential.play.begin();
    expect(sequential.standing).toEqual(['t']);
    expect([sequential.goOn().done('t'), sequential.done('e')]).toEqual([3, 1]);
  });

  test('where the model does not say how many, whoever plays does', () => {
    const run = played(start + items('', 'parallel') + ends('e'), 's -> t; t -> e');
    const [question] = run.play.moment().questions;
    expect(question).toMatchObject({ label: 'How many times "t"?', reads: [] });
    run.play.answer(question?.key ?? '', 12);
    expect(run.standing).toHaveLength(12);
  });

  test('a loop is asked for after each round', () => {
    const run = played(`${start}${task('t', '<standardLoopCharacteristics/>')}${ends('e')}`, 's -> t; t -> e');
    expect(run.offers).toEqual(['"t" once more', 'Go on after "t"']);
    run.take('"t" once more').goOn().take('Go on after "t"');
    expect([run.done('t') >= 2, run.done('e')]).toEqual([true, 1]);
  });

  test('a call runs the process that it names', () => {
    const other = `<process id="q" name="Other">${task('inside')}</process>`;
    const run = new SmallPlay(
      smallProcess(`${start}<callActivity id="c" calledElement="q"/>${ends('e')}`, 's -> c; c -> e', other),
    );
    run.play.begin();
    expect(run.play.moment().standing).toEqual([
      { element: 'c', state: 'around', runs: [1] },
      { element: 'inside', state: 'at-work', runs: [1] },
    ]);
    expect(run.goOn().done('e')).toBe(1);
    expect(new Set(run.happened.map((each) => each.run))).toEqual(new Set([1]));
  });

  test('an ad-hoc sub-process offers what it holds, and ends by hand', () => {
    const adHoc = `<adHocSubProcess id="h">${task('a')}${task('b')}</adHocSubProcess>`;
    const run = played(`${start}${adHoc}${ends('e')}`, 's -> h; h -> e');
    expect(run.offers).toEqual(['Start "a"', 'Start "b"', 'Complete "h"']);
    run.take('Start "a"').take('Complete "a"').take('Start "a"').take('Complete "a"').take('Complete "h"');
    expect([run.done('a'), run.done('b'), run.done('e')]).toEqual([2, 0, 1]);
  });
});

describe('events', () => {
  const messages = '<message id="m1" name="one"/><message id="m2" name="two"/>';
  const both = '<messageEventDefinition messageRef="m1"/><messageEventDefinition messageRef="m2"/>';
  const catching = (parallel: boolean) =>
    `${start}<intermediateCatchEvent id="c" parallelMultiple="${parallel}">${both}</intermediateCatchEvent>${ends('e')}`;

  test('of several triggers any will do', () => {
    expect(played(catching(false), 's -> c; c -> e', messages).take('Message "one" happens').done('e')).toBe(1);
  });

  test('a parallel multiple event needs all of them', () => {
    const run = played(catching(true), 's -> c; c -> e', messages).take('Message "one" happens');
    expect(run.done('e')).toBe(0);
    expect(run.take(run.offers[0] ?? '').done('e')).toBe(1);
  });

  test('an error that nobody catches ends the instance, and the trace says where', () => {
    const error = '<error id="x" errorCode="X1"/>';
    const thrown = '<endEvent id="bad" name="Broken"><errorEventDefinition errorRef="x"/></endEvent>';
    const run = played(
      `${start}<parallelGateway id="and"/>${task('a')}${thrown}`,
      's -> and; and -> a; and -> bad',
      error,
    );
    expect(sentences(run)).toContain('Nobody caught the error "X1" of "Broken"');
    expect(run.play.moment().isAtRest).toBe(true);
  });
});

describe('messages', () => {
  /** Two pools: the first sends twice from one task to two events of the other, which stand in the file in the other order. */
  const pools = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"><message id="m1" name="first"/><message id="m2" name="second"/>
    <collaboration id="c"><participant id="P" processRef="p"/><participant id="Q" processRef="q"/>
      <messageFlow id="f2" messageRef="m2" sourceRef="b" targetRef="on2"/><messageFlow id="f1" messageRef="m1" sourceRef="a" targetRef="on1"/></collaboration>
    <process id="p"><startEvent id="s"/><sendTask id="a" messageRef="m1"/><sendTask id="b" messageRef="m2"/>
      <sequenceFlow id="p1" sourceRef="s" targetRef="a"/><sequenceFlow id="p2" sourceRef="a" targetRef="b"/></process>
    <process id="q"><startEvent id="t"/><userTask id="u"/><eventBasedGateway id="g"/>
      <intermediateCatchEvent id="on2"><messageEventDefinition messageRef="m2"/></intermediateCatchEvent>
      <intermediateCatchEvent id="on1"><messageEventDefinition messageRef="m1"/></intermediateCatchEvent>
      <sequenceFlow id="q0" sourceRef="t" targetRef="u"/><sequenceFlow id="q1" sourceRef="u" targetRef="g"/>
      <sequenceFlow id="q2" sourceRef="g" targetRef="on2"/><sequenceFlow id="q3" sourceRef="g" targetRef="on1"/></process></definitions>`;

  test('a message goes to its target by its key, and waits on its flow until somebody takes it', () => {
    const run = new SmallPlay(pools);
    run.play.begin();
    run.take('Complete "a"');
    expect(run.play.moment().standing).toContainEqual({ element: 'f1', state: 'message', runs: [1] });
    run.take('Complete "u"');
    expect([run.done('on1'), run.done('on2')]).toEqual([1, 0]);
    expect(sentences(run)).toContain('A message went along "first"');
  });

  test('what travels along a message flow belongs to the sender', () => {
    const run = new SmallPlay(pools);
    run.play.begin();
    run.take('Complete "u"').take('Complete "a"');
    const sent = run.happened.find(({ what }) => what === 'sent');
    expect(sent).toMatchObject({ element: 'f1', run: 1 });
    expect(run.play.ends('f1')).toEqual({ source: 'a', target: 'on1' });
  });
});

describe('a way chosen once for all', () => {
  test('is listed, taken without a question, and released', () => {
    const model = smallProcess(
      `${start}<exclusiveGateway id="g" name="Which?"/>${task('a')}${ends('e')}`,
      's -> g; g -> a; g -> e; a -> g',
    );
    const run = new SmallPlay(model).run();
    const way = run.play.moment().offers.find(({ element }) => element === 'g-a');
    run.play.takeAlways(way?.number ?? -1);
    expect(run.play.moment().always).toEqual([{ element: 'g', label: '"Which?" always "a"' }]);
    for (let step = 0; step < 4; step++) expect(run.play.next()).toBeDefined();
    run.play.release('g');
    expect(run.play.moment().always).toEqual([]);
    expect(run.goOn().offers).toContain('"Which?" "e"');
  });
});
