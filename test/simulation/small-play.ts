import { type Definitions, readModel } from '../../src/model/index.ts';
import { buildLinked } from '../../src/semantics/index.ts';
import { type Happening, type Offer, Play } from '../../src/simulation/index.ts';

/** A process of elements and flows as `a -> b`, with a condition as `a -> b [x > 1]`; `around`: what stands beside the process. */
export function smallProcess(elements: string, flows = '', around = ''): string {
  const written = flows
    .trim()
    .split(/\s*;\s*/)
    .filter((line) => line !== '')
    .map((line) => {
      const [, from, to, condition] = /^(\w+) -> (\w+)(?: \[(.*)\])?$/.exec(line) ?? [];
      const inside = condition
        ? `<conditionExpression>${condition.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</conditionExpression>`
        : '';
      return `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`;
    });
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t">${around}<process id="p">${elements}${written.join('')}</process></definitions>`;
}

/** A run that somebody plays, by the words of what is offered. */
export class SmallPlay {
  readonly play: Play;
  readonly happened: Happening[] = [];

  constructor(xml: string) {
    this.play = new Play(buildLinked([readModel(xml).definitions as Definitions]));
  }

  /** Begins, and goes on as long as nobody has to decide. */
  run(): this {
    this.happened.push(...(this.play.begin() ?? []));
    return this.goOn();
  }

  goOn(): this {
    for (let next = this.play.next(); next; next = this.play.next()) this.happened.push(...next);
    return this;
  }

  /** What is offered beside new instances. */
  get offers(): string[] {
    return this.#offers().map(({ label }) => label);
  }

  take(label: string): this {
    const offer = this.#offers().find((each) => each.label === label);
    const happened = this.play.take(offer?.number ?? -1);
    if (typeof happened === 'string') throw new Error(`${label}: ${happened} There is ${this.offers.join(', ')}.`);
    this.happened.push(...happened);
    return this;
  }

  /** How often each element was completed. */
  done(id: string): number {
    return this.happened.filter(({ element, what }) => element === id && what === 'completed').length;
  }

  /** Ids of the elements at which something stands, as often as it does. */
  get standing(): string[] {
    return this.play.moment().standing.flatMap(({ element, runs }) => runs.map(() => element));
  }

  #offers(): Offer[] {
    return this.play.moment().offers.filter(({ run }) => run > 0);
  }
}

export const task = (id: string, inside = ''): string => `<userTask id="${id}">${inside}</userTask>`;
