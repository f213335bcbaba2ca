/** Sentences on what was added and removed. */
import { is, type ModelElement } from '../model/index.ts';
import type { Told } from './change.ts';
import { conditionText } from './describe-events.ts';
import { elementIn, endsOf, isConnection, itemOf, nameOf } from './items.ts';
import type { OneSide, Strand } from './structure.ts';
import { kindOf, listed, quoted, sentenceCase, short, The, the, titleOf } from './words.ts';

type Verb = 'added' | 'removed';

/** A sentence for each thing that only one model has; `other` is what only the other has. */
export function tellOneSide(verb: Verb, side: OneSide, isFolded: (line: ModelElement) => boolean): Told[] {
  const strands = side.strands.map((strand) => tellStrand(verb, strand, side));
  const others = side.others.filter((item) => !isFolded(item)).map((item) => tellOther(verb, item, side));
  return [...strands, ...others];
}

function told(verb: Verb, sentence: string, elements: readonly ModelElement[], words: string): Told {
  return verb === 'added'
    ? { kind: verb, sentence, to: words, before: [], after: elements }
    : { kind: verb, sentence, from: words, before: elements, after: [] };
}

function tellStrand(verb: Verb, strand: Strand, side: OneSide): Told {
  const { nodes, entries, exits, inner } = strand;
  const [first, ...more] = nodes;
  const held = nodes.flatMap((node) => side.heldBy(node));
  const marks = [...nodes, ...held, ...entries, ...inner, ...exits];
  if (first && more.length === 0) {
    const inside = insideOf(held);
    return told(verb, `${The(first)} ${verb} ${placeOf(strand, verb)}${inside}.`, marks, the(first));
  }
  const words = listed(nodes.map(the));
  const splits = entries.filter(({ sourceRef }) => is(sourceRef, 'bpmn:Gateway') && sourceRef.outgoing.length > 1);
  const noun = splits.length > 0 ? 'Branch' : 'Steps';
  // A branch comes from its gateway, whatever else meets it at a join of its own.
  const place = placeOf(splits.length > 0 ? { ...strand, entries: splits } : strand, verb);
  return told(verb, `${noun} ${verb} ${place}: ${words}${insideOf(held)}.`, marks, words);
}

/** `between A and B`, `after A and B, before C`, `after A ("yes")`, `to process "P"`. */
function placeOf({ nodes, entries, exits, hosts }: Strand, verb: Verb): string {
  const sources = [...new Set(entries.map((flow) => (flow.sourceRef ? short(flow.sourceRef) + label(flow) : '')))];
  const before = [...hosts.map(short), ...sources];
  const after = [...new Set(exits.flatMap(({ targetRef }) => (targetRef ? [short(targetRef)] : [])))];
  const [first] = nodes;
  if (hosts.length > 0 && sources.length === 0) {
    const on = after.length > 0 ? `, leading to ${listed(after)}` : '';
    return `${verb === 'added' ? 'to' : 'from'} ${listed(before)}${on}`;
  }
  if (before.length === 1 && after.length === 1) return `between ${listed(before)} and ${listed(after)}`;
  if (before.length > 0 && after.length > 0) return `after ${listed(before)}, before ${listed(after)}`;
  if (before.length > 0) return `after ${listed(before)}`;
  if (after.length > 0) return `before ${listed(after)}`;
  const container = first?.$parent && itemOf(first.$parent);
  return container ? `${verb === 'added' ? 'to' : 'from'} ${the(container)}` : '';
}

/** What a flow says, where it says something: ` ("no", if `x > 1`)`. */
function label(flow: ModelElement): string {
  const condition = conditionText(flow);
  const words = [nameOf(flow) && quoted(nameOf(flow)), condition && `if ${condition}`].filter(Boolean);
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

/** What is inside of what was added or removed. */
function insideOf(held: readonly ModelElement[]): string {
  const steps = held.filter((item) => is(item, 'bpmn:FlowNode') || is(item, 'cmmn:PlanItem'));
  return steps.length === 0 ? '' : `, with ${listed(steps.map(the))} inside`;
}

function tellOther(verb: Verb, item: ModelElement, side: OneSide): Told {
  const owned = ['definitionRef', 'processRef'].flatMap((property) => elementIn(item, property) ?? []);
  const held = [item, ...owned.filter((one) => side.has(one))].flatMap((one) => side.heldBy(one));
  const name = isConnection(item) ? lineOf(item) : the(item);
  const sentence = `${sentenceCase(name)} ${verb}${isConnection(item) ? between(item) : whereOf(item, verb)}${insideOf(held)}.`;
  return told(verb, sentence, [item, ...held], name);
}

function lineOf(line: ModelElement): string {
  const name = nameOf(line) === '' ? '' : ` ${quoted(nameOf(line))}`;
  return `${kindOf(line)}${name}`;
}

function between(line: ModelElement): string {
  const [source, target] = endsOf(line);
  const condition = conditionText(line);
  const ends = `${source ? ` from ${short(source)}` : ''}${target ? ` to ${short(target)}` : ''}`;
  return `${ends}${condition ? `, if ${condition}` : ''}`;
}

/** Where something is that flows do not place: ` to stage "S"`. */
function whereOf(item: ModelElement, verb: Verb): string {
  const noted = is(item, 'bpmn:TextAnnotation') || is(item, 'cmmn:TextAnnotation');
  const container = item.$parent && itemOf(item.$parent);
  const isAtRoot = !container?.$parent || is(container, 'bpmn:Collaboration');
  if (noted || !container || isAtRoot || titleOf(container) === '') return '';
  return ` ${verb === 'added' ? 'to' : 'from'} ${the(container)}`;
}
