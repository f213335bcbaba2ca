/** The XML of random pools. */
import type { Part, Pool, Row } from './pools-model.ts';

export function poolsXml(pools: readonly Pool[]): string {
  const writer = new Writer();
  const processes = pools.map((pool, at) => `<process id="P${at}">${writer.pool(pool, at)}</process>`);
  const participants = pools.map((_, at) => `<participant id="A${at}" processRef="P${at}"/>`);
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">
<signal id="S" name="S"/><error id="E" errorCode="E"/><escalation id="L" escalationCode="L"/>
<collaboration id="C">${participants.join('')}<participant id="B"/>${writer.messageFlows()}</collaboration>
${processes.join('\n')}<process id="Q"><startEvent id="sQ"/><sequenceFlow id="fQ" sourceRef="sQ" targetRef="tQ"/><task id="tQ"/></process></definitions>`;
}

interface MessageEnd {
  readonly id: string;
  readonly pool: number;
  readonly channel: number;
}

const definitions: Readonly<Record<string, string>> = {
  timer: '<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition>',
  message: '<messageEventDefinition/>',
  error: '<errorEventDefinition errorRef="E"/>',
  escalation: '<escalationEventDefinition escalationRef="L"/>',
  signal: '<signalEventDefinition signalRef="S"/>',
  conditional: '<conditionalEventDefinition><condition>x &gt; 1</condition></conditionalEventDefinition>',
  compensation: '<compensateEventDefinition/>',
  cancel: '<cancelEventDefinition/>',
  terminate: '<terminateEventDefinition/>',
};

class Writer {
  readonly #senders: MessageEnd[] = [];
  readonly #receivers: MessageEnd[] = [];
  #count = 0;
  #pool = 0;
  #parts: string[] = [];

  pool({ start, row, jump }: Pool, at: number): string {
    this.#pool = at;
    const from =
      start === undefined ? this.#node('startEvent') : this.#receiver('startEvent', start, definitions.message);
    return this.#content(from, row, jump);
  }

  /** From each sender to the receivers of its channel in other pools, and to nobody's pool where there is none. */
  messageFlows(): string {
    const flows = this.#senders.flatMap((sender) => {
      const targets = this.#receivers.filter(({ pool, channel }) => pool !== sender.pool && channel === sender.channel);
      return (targets.length > 0 ? targets : [{ id: 'B' }]).map(({ id }) => [sender.id, id]);
    });
    for (const { id, pool, channel } of this.#receivers)
      if (!this.#senders.some((each) => each.pool !== pool && each.channel === channel)) flows.push(['B', id]);
    return flows.map(([from, to], at) => `<messageFlow id="m${at}" sourceRef="${from}" targetRef="${to}"/>`).join('');
  }

  /** What is in a scope that begins with a node. */
  #content(start: string, row: Row, jump?: Pool['jump']): string {
    const last = this.#row(start, row);
    if (last) this.#flow(last, this.#node('endEvent'));
    if (jump) {
      const ids = this.#parts.flatMap(
        (part) => /^<(?!startEvent|endEvent|boundaryEvent|sequenceFlow)\w+ id="(n\d+)"/.exec(part)?.[1] ?? [],
      );
      const [from, to] = jump.map((each) => ids[each % ids.length]);
      if (from && to) this.#flow(jump[0] === 9 ? this.#node('startEvent') : from, to);
    }
    const text = this.#parts.join('');
    this.#parts = [];
    return text;
  }

  #inner(make: () => string): string {
    const outer = this.#parts;
    this.#parts = [];
    const text = make();
    this.#parts = outer;
    return text;
  }

  #node(type: string, inside = '', attributes = ''): string {
    const id = `n${++this.#count}`;
    this.#parts.push(`<${type} id="${id}"${attributes}>${inside}</${type}>`);
    return id;
  }

  #receiver(type: string, channel: number, inside = '', attributes = ''): string {
    const id = this.#node(type, inside, attributes);
    this.#receivers.push({ id, pool: this.#pool, channel });
    return id;
  }

  #sender(type: string, channel: number, inside = ''): string {
    const id = this.#node(type, inside);
    this.#senders.push({ id, pool: this.#pool, channel });
    return id;
  }

  #flow(from: string, to: string, inside = ''): void {
    this.#parts.push(
      `<sequenceFlow id="f${++this.#count}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`,
    );
  }

  #after(from: string, to: string): string {
    this.#flow(from, to);
    return to;
  }

  /** @returns where it goes on; undefined: nowhere */
  #row(from: string, row: Row): string | undefined {
    let at: string | undefined = from;
    for (const part of row) at = at === undefined ? undefined : this.#part(at, part);
    return at;
  }

  #part(from: string, part: Part): string | undefined {
    if (part.is === 'leaf') return this.#leaf(from, part.kind, part.channel);
    return part.is === 'split' ? this.#split(from, part) : this.#around(from, part);
  }

  #leaf(from: string, kind: string, channel: number): string | undefined {
    const made = this.#made(kind, channel);
    this.#flow(from, made);
    if (kind === 'link') {
      this.#parts.pop();
      this.#flow(from, this.#node('intermediateThrowEvent', `<linkEventDefinition name="${made}"/>`));
      return made;
    }
    return ending.has(kind) ? undefined : made;
  }

  #made(kind: string, channel: number): string {
    switch (kind) {
      case 'items':
        return this.#node(
          'task',
          '<multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>',
        );
      case 'unknown':
        return this.#node('task', '<multiInstanceLoopCharacteristics isSequential="true"/>');
      case 'rounds':
        return this.#node('task', '<standardLoopCharacteristics/>');
      case 'timer':
        return this.#node('intermediateCatchEvent', definitions.timer);
      case 'call':
        return this.#node('callActivity', '', ' calledElement="Q"');
      case 'signal':
        return this.#node('intermediateThrowEvent', definitions.signal);
      case 'heard':
        return this.#node('intermediateCatchEvent', definitions.signal);
      case 'link': {
        const id = `n${this.#count + 1}`;
        return this.#node('intermediateCatchEvent', `<linkEventDefinition name="${id}"/>`);
      }
      case 'undone':
        return this.#undone();
      case 'send':
        return this.#sender('sendTask', channel);
      case 'throw':
        return this.#sender('intermediateThrowEvent', channel, definitions.message);
      case 'send-end':
        return this.#sender('endEvent', channel, definitions.message);
      case 'receive':
        return this.#receiver('receiveTask', channel);
      case 'catch':
        return this.#receiver('intermediateCatchEvent', channel, definitions.message);
      case 'end':
        return this.#node('endEvent');
      case 'terminate':
      case 'error':
      case 'escalation':
      case 'cancel':
        return this.#node('endEvent', definitions[kind]);
      case 'compensation':
        return this.#node('intermediateThrowEvent', definitions.compensation);
      default:
        return this.#node('task');
    }
  }

  /** A task with a handler that undoes it. */
  #undone(): string {
    const task = this.#node('task');
    const event = this.#node('boundaryEvent', definitions.compensation, ` attachedToRef="${task}"`);
    const handler = this.#node('task', '', ' isForCompensation="true"');
    this.#parts.push(`<association id="a${++this.#count}" sourceRef="${event}" targetRef="${handler}"/>`);
    return task;
  }

  #split(from: string, { split, join, ways }: Extract<Part, { is: 'split' }>): string | undefined {
    const first =
      split === 'race'
        ? 'eventBasedGateway'
        : split === 'implicit' || split === 'conditional'
          ? 'task'
          : `${split}Gateway`;
    const start = this.#after(from, this.#node(first));
    const ends = ways.flatMap((way, at) => {
      const event = split === 'race' ? this.#event(start, at) : start;
      if (split === 'conditional' && way.length > 0) {
        const task = this.#node('task');
        this.#flow(start, task, '<conditionExpression>x &gt; 1</conditionExpression>');
        return this.#row(task, way) ?? [];
      }
      return this.#row(event, way) ?? [];
    });
    if (ends.length === 0) return undefined;
    if (join === 'none') {
      for (const end of ends.slice(1)) if (end !== start) this.#flow(end, this.#node('endEvent'));
      return ends[0];
    }
    const last = this.#node(join === 'implicit' ? 'task' : `${join}Gateway`);
    for (const end of ends) this.#flow(end, last);
    return last;
  }

  /** An event behind an event-based gateway: the first comes from another pool. */
  #event(from: string, at: number): string {
    const event =
      at < 2
        ? this.#receiver('intermediateCatchEvent', at, definitions.message)
        : this.#node('intermediateCatchEvent', definitions.timer);
    return this.#after(from, event);
  }

  #around(from: string, part: Extract<Part, { is: 'around' }>): string | undefined {
    const { kind, event, stops, body, other, channel } = part;
    if (kind === 'loop') return this.#loop(from, body);
    const sub = (content: string, type = 'subProcess', attributes = '') => this.#node(type, content, attributes);
    const start = () => this.#node('startEvent');
    if (kind === 'ad-hoc')
      return this.#after(
        from,
        sub(
          this.#inner(() => this.#loose(body)),
          'adHocSubProcess',
        ),
      );
    if (kind === 'boundary') return this.#bounded(this.#after(from, this.#node('task')), part);
    const content = this.#inner(() => {
      const handler = kind === 'event-sub' ? this.#eventSub(event, stops, other, channel) : '';
      return handler + this.#content(start(), body);
    });
    if (kind === 'sub-boundary') return this.#bounded(this.#after(from, sub(content)), part);
    if (kind === 'transaction')
      return this.#bounded(this.#after(from, sub(content, 'transaction')), { ...part, event: 'cancel' });
    return this.#after(from, sub(content));
  }

  #loop(from: string, body: Row): string | undefined {
    const merge = this.#after(from, this.#node('exclusiveGateway'));
    const end = this.#row(merge, body);
    if (!end) return undefined;
    const split = this.#after(end, this.#node('exclusiveGateway'));
    this.#flow(split, merge);
    return split;
  }

  #loose(body: Row): string {
    for (const part of body) if (part.is === 'leaf') this.#node(part.kind === 'items' ? 'subProcess' : 'task');
    this.#node('task');
    const text = this.#parts.join('');
    this.#parts = [];
    return text;
  }

  #eventSub(event: string, stops: boolean, body: Row, channel: number): string {
    const type = event === 'cancel' ? 'timer' : event;
    const content = this.#inner(() => {
      const attributes = ` isInterrupting="${stops}"`;
      const first =
        type === 'message'
          ? this.#receiver('startEvent', channel, definitions.message, attributes)
          : this.#node('startEvent', definitions[type], attributes);
      return this.#content(first, body);
    });
    return `<subProcess id="n${++this.#count}" triggeredByEvent="true">${content}</subProcess>`;
  }

  #bounded(host: string, { event, stops, other, channel }: Extract<Part, { is: 'around' }>): string {
    const attributes = ` attachedToRef="${host}" cancelActivity="${stops}"`;
    const type = event === 'compensation' ? 'timer' : event;
    const at =
      type === 'message'
        ? this.#receiver('boundaryEvent', channel, definitions.message, attributes)
        : this.#node('boundaryEvent', definitions[type], attributes);
    const end = this.#row(at, other);
    if (!end) return host;
    // What interrupts goes on where the activity does; what does not has an end of its own, or none where people forget it.
    if (!stops) this.#flow(end, other.length > 1 ? host : this.#node('endEvent'));
    else {
      const join = this.#after(host, this.#node('exclusiveGateway'));
      this.#flow(end, join);
      return join;
    }
    return host;
  }
}

const ending: ReadonlySet<string> = new Set(['end', 'terminate', 'error', 'escalation', 'send-end', 'cancel']);
