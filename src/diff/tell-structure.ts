/** Sentences on what was added and removed. */
import { is, type ModelElement, type SequenceFlow } from '../model/index.ts';
import type { Told } from './change.ts';
import { conditionText, expressionText, triggerText } from './describe-events.ts';
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
    return told(verb, `${alone(first, strand)} ${verb} ${placeOf(strand, verb)}${inside}.`, marks, the(first));
  }
  const words = listed(nodes.map(withTrigger));
  const splits = entries.filter(({ sourceRef }) => is(sourceRef, 'bpmn:Gateway') && sourceRef.outgoing.length > 1);
  const noun = splits.length > 0 ? 'Branch' : 'Steps';
  // A branch comes from its gateway, whatever else meets it at a join of its own.
  const place = placeOf(splits.length > 0 ? { ...strand, entries: splits } : strand, verb);
  return told(verb, `${noun} ${verb} ${place}: ${words}${insideOf(held)}${choicesAmong(inner, verb)}.`, marks, words);
}

/** A step that is told by itself: what nobody has named is not said to stand beside what is said next. */
function alone(node: ModelElement, { entries, exits, hosts }: Strand): string {
  const isPlaced = entries.length + exits.length + hosts.length > 0;
  const name = titleOf(node) === '' && isPlaced ? sentenceCase(kindOf(node)) : The(node);
  return `${name}${triggerOf(node)}`;
}

/** A step beside others, with what it waits for. */
function withTrigger(node: ModelElement): string {
  return `${the(node)}${triggerOf(node)}`;
}

/** What an event waits for or throws: ` (timer `P3D`)`. */
function triggerOf(node: ModelElement): string {
  const words = is(node, 'bpmn:Event') ? triggerText(node) : 'none';
  return words === 'none' ? '' : ` (${words})`;
}

/** Where the labelled flows among new steps lead. */
function choicesAmong(inner: readonly ModelElement[], verb: Verb): string {
  const labelled = inner.filter((flow) => label(flow, verb) !== '');
  const words = labelled.map((flow) => {
    const target = endsOf(flow)[1];
    return `${label(flow, verb)} leads to ${target ? short(target) : 'nothing'}`;
  });

  return words.length === 0 ? '' : `, where ${listed(words)}`;
}

/** `between A and B`, `after A and B, before C`, `after A ("yes")`, `to process "P"`. */
function placeOf({ nodes, entries, exits, hosts }: Strand, verb: Verb): string {
  const sources = endsWithLabels(entries, 'sourceRef', verb, nodes);
  const before = [...hosts.map((host) => short(host, nodes)), ...sources];
  const after = endsWithLabels(exits, 'targetRef', verb, nodes);
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

/** Where flows from or to `nodes` come from or lead to, each once, with what is written on them. */
function endsWithLabels(
  flows: readonly SequenceFlow[],
  end: 'sourceRef' | 'targetRef',
  verb: Verb,
  nodes: readonly ModelElement[],
): string[] {
  const groups = Map.groupBy(flows, (flow) => flow[end]);
  return [...groups].flatMap(([element, its]) => {
    if (!element) return [];
    const labels = [...new Set(its.map((flow) => label(flow, verb)).filter(Boolean))];
    return [`${short(element, nodes)}${labels.length === 0 ? '' : ` (${labels.join(' or ')})`}`];
  });
}

/** What a flow says, where it says something: `"no", if `x > 1``. What is gone goes by its name, if it has one. */
function label(flow: ModelElement, verb: Verb): string {
  const name = nameOf(flow);
  const condition = elementIn(flow, 'conditionExpression');
  const isName = name !== '' && verb === 'removed';
  const words = [name && quoted(name), condition && !isName && `if ${expressionText(condition, LONGEST_CONDITION)}`];
  return words.filter(Boolean).join(', ');
}

/** A condition beside much else is cut. */
const LONGEST_CONDITION = 80;

/** What is inside of what was added or removed. */
function insideOf(held: readonly ModelElement[]): string {
  const steps = held.filter((item) => is(item, 'bpmn:FlowNode') || is(item, 'cmmn:PlanItem'));
  return steps.length === 0 ? '' : `, with ${listed(steps.map(the))} inside`;
}

function tellOther(verb: Verb, item: ModelElement, side: OneSide): Told {
  const owned = ['definitionRef', 'processRef'].flatMap((property) => elementIn(item, property) ?? []);
  const held = [item, ...owned.filter((one) => side.has(one))].flatMap((one) => side.heldBy(one));
  const name = isConnection(item) ? lineOf(item) : the(item);
  const statement = ` ${verb}${isConnection(item) ? between(item) : whereOf(item, verb)}${insideOf(held)}`;
  return { ...told(verb, `${sentenceCase(name)}${statement}.`, [item, ...held], name), statement };
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
