import type { Value } from '../expressions/expression.ts';
import type { Completion, NodeInstance, ScopeInstance, State } from './state.ts';

/** What else is to be said of an instance or scope instance, by its number. */
export type Marks = (id: number) => string;

export const noMarks: Marks = () => '';

/**
 * A text that two states share exactly if they mean the same: the same marking, whatever the numbers of their instances and the order in
 * which these came to be. What follows from one follows from the other; only that of two instances of one process the older gets a message first is
 * not told.
 */
export function key(state: State, marks = noMarks): string {
  return (marks === noMarks ? plainKey(state) : undefined) ?? wholeKey(state, marks);
}

/** The same for one process instance, by the number of its scope instance. */
export function keyOfProcess({ scopes }: State, id: number, marks: Marks): string {
  const root = scopes.find((scope) => scope.id === id);
  return root ? scopeKey(root, { scopes: scopesByOwner(scopes), marks, all: scopes }) : '';
}

/** Numbers up to here are one letter of a key. */
const mostPlain = 0xffff;
/** Longer keys would be slow to put in order; a search does not come far with as many tokens at once. */
const mostLetters = 200;
const kindList: readonly NodeInstance['kind'][] = ['work', 'wait', 'choice', 'stuck'];

/**
 * The key of what most states are: one scope, with tokens and instances about which there is nothing else to say; a letter for each, so that
 * a search through many states has little to compare. undefined: there is more to say.
 */
function plainKey({ scopes, messages, failures }: State): string | undefined {
  const [scope] = scopes;
  if (scopes.length !== 1 || !scope || messages.length > 0 || failures.length > 0) return undefined;
  const { tokens, resting, instances } = scope;
  if (tokens.length + resting.length + instances.length > mostLetters) return undefined;
  if (scope.isInterrupted || scope.fired.length > 0 || scope.completions.length > 0 || scope.partners.length > 0)
    return undefined;
  if (scope.isEnding || scope.seen?.length || scope.rounds?.length || hasAny(scope.data)) return undefined;
  const codes = [1, scope.scope, tokens.length];
  for (const flow of tokens) codes.push(flow);
  codes.push(resting.length);
  for (const flow of resting) codes.push(flow);
  const firstInstance = codes.length;
  for (const instance of instances) {
    const kind = kindList.indexOf(instance.kind);
    if (kind < 0 || instance.count > 0 || instance.body >= 0 || hasMore(instance)) return undefined;
    const code = instance.node * kindList.length + kind + 1;
    // In order: there are few, and most stand so already.
    let at = codes.length;
    for (; at > firstInstance && (codes[at - 1] as number) > code; at--) codes[at] = codes[at - 1] as number;
    codes[at] = code;
  }
  for (const code of codes) if (code > mostPlain) return undefined;
  return String.fromCharCode(...codes);
}

function hasMore({ choice, fired, rounds, seen, pending, used }: NodeInstance): boolean {
  const isOwnChoice = choice === undefined || choice === 'flow' || choice === 'flows';
  const isOften = fired !== undefined || rounds !== undefined;
  return !isOwnChoice || isOften || seen !== undefined || pending !== undefined || used !== undefined;
}

function hasAny(data: object): boolean {
  for (const _ in data) return true;
  return false;
}

function wholeKey(state: State, marks: Marks): string {
  const inner: Inner = { scopes: scopesByOwner(state.scopes), marks, all: state.scopes };
  const roots = state.scopes.filter(({ owner }) => owner < 0);
  const [only] = roots;
  if (roots.length === 1 && only && state.messages.length === 0 && state.failures.length === 0)
    return scopeKey(only, inner);
  const named = roots
    .map((scope) => ({ scope, text: `${scopeKey(scope, inner)}${sentBy(scope, state)}` }))
    .sort((a, b) => (a.text < b.text ? -1 : Number(a.text > b.text)));
  // From here on a process instance is called by its place among all, which does not depend on numbers.
  const place = new Map(named.map(({ scope }, at) => [scope.id, at]));
  // One that has ended is nobody's partner any more.
  const partners = named.map(({ scope }) => scope.partners.flatMap((id) => place.get(id) ?? []).sort((a, b) => a - b));
  // Those on the same flow are delivered in the order in which they were sent.
  const messages = [...state.messages]
    .sort((a, b) => a.flow - b.flow)
    .map(({ flow, from }) => `${flow}<${place.get(from) ?? -1}`);
  return `${named.map(({ text }, at) => `${text}~${partners[at]}`).join(';')}#${messages}#${state.failures.toSorted()}`;
}

/** What a process instance has sent that nobody has taken yet: by this two that are alike otherwise differ. */
function sentBy({ id }: ScopeInstance, { messages }: State): string {
  const sent = messages.flatMap(({ flow, from }) => (from === id ? [flow] : []));
  return sent.length > 0 ? `>${sent.sort((a, b) => a - b)}` : '';
}

interface Inner {
  /** Scope instances by what they run for. */
  readonly scopes: ReadonlyMap<number, readonly ScopeInstance[]>;
  readonly marks: Marks;
  readonly all: readonly ScopeInstance[];
}

function scopesByOwner(scopes: readonly ScopeInstance[]): Inner['scopes'] {
  const inner = new Map<number, ScopeInstance[]>();
  for (const scope of scopes) {
    if (scope.owner < 0) continue;
    const siblings = inner.get(scope.owner);
    if (siblings) siblings.push(scope);
    else inner.set(scope.owner, [scope]);
  }
  return inner;
}

function scopeKey(scope: ScopeInstance, inner: Inner): string {
  const instances = scope.instances.filter(({ body }) => body < 0).map((each) => instanceKey(each, scope, inner));
  let text = `${scope.scope}${inner.marks(scope.id)}(${scope.tokens}`;
  if (scope.resting.length > 0) text += `r${scope.resting}`;
  text += `|${instances.length > 1 ? instances.sort().join(',') : instances}`;
  if (scope.isInterrupted) text += '|i';
  if (scope.isEnding) text += '|e';
  if (scope.fired.length > 0) text += `|f${scope.fired.toSorted()}`;
  if (scope.rounds?.length) text += `|o${scope.rounds.toSorted()}`;
  if (scope.seen?.length) text += `|s${scope.seen.toSorted()}`;
  if (scope.completions.length > 0) text += `|c${scope.completions.map(completionKey)}`;
  const data = dataKey(scope.data);
  return data === '' ? `${text})` : `${text}|${data})`;
}

function instanceKey(instance: NodeInstance, scope: ScopeInstance, inner: Inner): string {
  let text = `${instance.node}${kinds[instance.kind]}`;
  if (instance.count > 0) text += `n${instance.count}`;
  if (instance.choice) text += instance.choice;
  if (instance.kind === 'body') text += bodyKey(instance, scope, inner);
  if (instance.fired?.length) text += `f${instance.fired.toSorted()}`;
  if (instance.rounds?.length) text += `o${instance.rounds.toSorted()}`;
  if (instance.seen?.length) text += `s${instance.seen.toSorted()}`;
  if (instance.used?.length) text += `u${instance.used}`;
  if (instance.pending) text += `p${nodesOf(instance.pending, inner)}`;
  text += inner.marks(instance.id);
  const scopes = inner.scopes.get(instance.id);
  return scopes ? text + scopes.map((each) => scopeKey(each, inner)).sort() : text;
}

/** What handlers are at work on, in order; what is opened again stands with its owner. */
function nodesOf(ids: readonly number[], { all }: Inner): number[] {
  const nodes = ids.map((id) => all.flatMap(({ instances }) => instances).find((each) => each.id === id)?.node ?? -1);
  return nodes.sort((a, b) => a - b);
}

function bodyKey(body: NodeInstance, scope: ScopeInstance, inner: Inner): string {
  const items = scope.instances.filter((each) => each.body === body.id).map((each) => instanceKey(each, scope, inner));
  const list = body.items ? JSON.stringify(body.items) : '';
  return `${body.done}/${body.total}${list}[${items.sort()}]${(body.completions ?? []).map(completionKey)}`;
}

const kinds: Readonly<Record<NodeInstance['kind'], string>> = {
  work: 'w',
  body: 'b',
  wait: 'v',
  choice: 'c',
  throw: 't',
  compensation: 'k',
  reset: 'r',
  stuck: 'x',
};

function completionKey({ node, data, inner }: Completion): string {
  return `${node}${dataKey(data)}${inner ? `{${inner.completions.map(completionKey)}}` : ''}`;
}

function dataKey(data: Readonly<Record<string, Value>>): string {
  const names = Object.keys(data);
  if (names.length === 0) return '';
  return names
    .sort()
    .map((name) => `${JSON.stringify(name)}:${JSON.stringify(data[name])}`)
    .join();
}
