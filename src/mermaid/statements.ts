/** One line as a statement: a declaration or a chain of flows. */
import { closestTo } from '../base/spelling.ts';
import { fromLabel } from './labels.ts';
import {
  EVENTS,
  isActivity,
  isEvent,
  type Keyword,
  keywordOf,
  openers,
  type TaskKind,
  type Trigger,
  taskKindOf,
  triggerOf,
} from './words.ts';

/** A stretch of a line, in characters from its first that is no blank. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Declaration {
  readonly kind: 'declaration';
  readonly keyword: Keyword;
  /** Of an event. */
  readonly trigger: Trigger;
  /** Of a task. */
  readonly task: TaskKind | undefined;
  readonly id: string | undefined;
  /** Without it the id is what is shown. */
  readonly label: string | undefined;
  /** The id, or else all of it. */
  readonly place: Stretch;
}

/** One end of a flow. */
export interface End extends Stretch {
  readonly id: string;
}

export interface FlowLink {
  readonly kind: 'sequence' | 'message' | 'association';
  /** Of an association: whether it points at its second end. */
  readonly isDirected: boolean;
  readonly label: string | undefined;
  readonly from: End;
  readonly to: End;
}

export interface FlowChain {
  readonly kind: 'flows';
  readonly links: readonly FlowLink[];
}

/** A line that says nothing, and why, with what to do next. */
export interface Misread {
  readonly kind: 'misread';
  readonly code: 'unknown-statement' | 'trigger' | 'syntax';
  readonly message: string;
  readonly place: Stretch;
}

const IDENTIFIER = /[A-Za-z_]\w*(?:-\w+)*/y;
const LABELLED = /--(?![>-])(.*?)--+>/y;
const CONNECTORS: readonly (readonly [FlowLink['kind'], boolean, RegExp])[] = [
  ['message', true, /-\.+->|={1,2}>/y],
  ['sequence', true, /--+>|→/y],
  ['association', true, /\.{2,}>/y],
  ['association', false, /\.{3,}/y],
];

/** Reads a line, without comment and blanks at its ends. */
export function readStatement(line: string): Declaration | FlowChain | Misread {
  const cursor = new Cursor(line);
  const first = cursor.word();
  if (!first) return misread('syntax', `A line begins with a word, such as "task" or the id of a step.`, cursor.rest());
  if (/^(?:[-=.→<]|$)/.test(cursor.ahead()) && (cursor.ahead() !== '' || !isOpener(first.id)))
    return readFlows(cursor, first);
  return readDeclaration(cursor, first);
}

function isOpener(word: string): boolean {
  return keywordOf(word) !== undefined || taskKindOf(word) !== undefined;
}

class Cursor {
  readonly #line: string;
  #at = 0;

  constructor(line: string) {
    this.#line = line;
  }

  /** What is not read yet. */
  ahead(): string {
    return this.#line.slice(this.#at);
  }

  rest(): Stretch {
    return { from: this.#at, to: this.#line.length };
  }

  /** The identifier here, read together with the blanks behind it. */
  word(): End | undefined {
    const found = this.match(IDENTIFIER);
    return found && { id: found.text[0], from: found.from, to: found.to };
  }

  /** What a sticky pattern matches here, read together with the blanks behind it. */
  match(pattern: RegExp): (Stretch & { readonly text: RegExpExecArray }) | undefined {
    pattern.lastIndex = this.#at;
    const text = pattern.exec(this.#line);
    if (!text) return undefined;
    const from = this.#at;
    const to = from + text[0].length;
    this.#at = to;
    while (/\s/.test(this.#line[this.#at] ?? '')) this.#at++;
    return { text, from, to };
  }
}

function readFlows(cursor: Cursor, first: End): FlowChain | Misread {
  const links: FlowLink[] = [];
  let from = first;
  do {
    const connector = readConnector(cursor);
    if (!connector) return noConnector(cursor, from);
    if (cursor.ahead().startsWith('|'))
      return misread('syntax', 'The label stands in the arrow: write a -- yes --> b.', cursor.rest());
    const to = cursor.word();
    if (!to) return misread('syntax', 'The arrow leads nowhere: write the id of a step behind it.', cursor.rest());
    links.push({ ...connector, from, to });
    from = to;
  } while (cursor.ahead() !== '');
  return { kind: 'flows', links };
}

function readConnector(cursor: Cursor): Pick<FlowLink, 'kind' | 'isDirected' | 'label'> | undefined {
  const labelled = cursor.match(LABELLED);
  if (labelled) return { kind: 'sequence', isDirected: true, label: arrowLabel(labelled.text[1] ?? '') };
  for (const [kind, isDirected, pattern] of CONNECTORS)
    if (cursor.match(pattern)) return { kind, isDirected, label: undefined };
  return undefined;
}

/** People write quotes here as well. */
function arrowLabel(written: string): string {
  const label = written.trim();
  return fromLabel(/^".*"$/.test(label) ? label.slice(1, -1) : label);
}

function noConnector(cursor: Cursor, before: End): Misread {
  const message =
    cursor.ahead() === ''
      ? `"${before.id}" alone says nothing: write what it is before it, such as task ${before.id}, or an arrow behind it.`
      : `What stands behind "${before.id}" is no arrow: write -->, -- label -->, -.->, ..> or ...`;
  return misread('syntax', message, cursor.ahead() === '' ? before : cursor.rest());
}

function readDeclaration(cursor: Cursor, first: End): Declaration | Misread {
  const task = taskKindOf(first.id);
  const opener = task ? cursor.word() : first;
  const keyword = opener && keywordOf(opener.id);
  if (task && (!keyword || !isActivity(keyword)))
    return misread('syntax', `Write ${task} task, then an id or a label in quotes.`, first);
  if (!keyword) return unknown(first);
  if (task && keyword !== 'task')
    return misread('syntax', `Only a task is a ${task} one: write ${task} task, or ${keyword} alone.`, first);
  const trigger = isEvent(keyword) ? readTrigger(cursor, keyword) : 'none';
  if (typeof trigger === 'object') return trigger;
  const id = cursor.word();
  const label = cursor.match(/"([^"]*)"/y);
  if (cursor.ahead() !== '') return surplus(cursor, first);
  return {
    kind: 'declaration',
    keyword,
    trigger,
    task,
    id: id?.id,
    label: label && fromLabel(label.text[1] ?? ''),
    place: id ?? { from: 0, to: cursor.rest().to },
  };
}

function readTrigger(cursor: Cursor, event: keyof typeof EVENTS): Trigger | Misread {
  const found = /^[\w-]+/.exec(cursor.ahead())?.[0];
  const trigger = found === undefined ? undefined : triggerOf(found);
  const word = trigger ? cursor.word() : undefined;
  const { triggers } = EVENTS[event];
  if (triggers.includes(trigger ?? 'none')) return trigger ?? 'none';
  const place = word ?? cursor.rest();
  const article = event === 'intermediate' || event === 'end' ? 'An' : 'A';
  if (!trigger || trigger === 'none')
    return misread('trigger', `${article} ${event} event names its trigger: ${triggers.join(', ')}.`, place);
  const others = Object.entries(EVENTS).flatMap(([name, { triggers: all }]) => (all.includes(trigger) ? [name] : []));
  const message = `${article} ${event} event has no trigger "${trigger}": that stands on ${others.join(', ')}.`;
  return misread('trigger', message, place);
}

function unknown(word: End): Misread {
  const near = closestTo(word.id, openers);
  const known = 'pool, lane, an event, a task, a gateway, data or note, or an id and an arrow';
  const hint = near ? `Did you mean "${near}"?` : `A line begins with ${known}.`;
  return misread('unknown-statement', `"${word.id}" is no statement of bpmn-beta. ${hint}`, word);
}

function surplus(cursor: Cursor, { id }: End): Misread {
  const isOpen = /^"[^"]*$/.test(cursor.ahead());
  const message = isOpen
    ? 'The label is not closed: write a quote at its end.'
    : `Behind ${id} stand one id, of letters, digits and _, and one label in quotes: put "${cursor.ahead().slice(0, 40)}" into quotes, or take it away.`;
  return misread('syntax', message, cursor.rest());
}

function misread(code: Misread['code'], message: string, place: Stretch): Misread {
  return { kind: 'misread', code, message, place };
}
