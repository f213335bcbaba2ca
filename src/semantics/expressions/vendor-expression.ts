/**
 * Comparisons as engines of the Activiti family write them in `${…}`: names, literals, arithmetic, comparisons, `and`, `or`, `not`,
 * the methods that texts and lists have in most languages, and variables that are asked for by their names. What FEEL also reads has the same
 * meaning there.
 */
import type { Data, Value } from './expression.ts';

type Evaluate = (data: Data) => Value | undefined;

const TOKEN =
  /\s*(?:(\d+(?:\.\d+)?)|"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([\p{L}_$][\p{L}\p{N}_$]*)|(==|!=|<=|>=|&&|\|\||[-+*/%<>=!().,?:]))/uy;

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  readonly text: string;
}

const WORD_SIGNS: Readonly<Record<string, string>> = {
  and: '&&',
  or: '||',
  not: '!',
  eq: '==',
  ne: '!=',
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
  div: '/',
  mod: '%',
};

const LITERALS: Readonly<Record<string, Value>> = { true: true, false: false, null: null };

/** Evaluator of an expression; undefined: it is not one of these, another language has to read it. */
export function vendorExpression(code: string): Evaluate | undefined {
  const tokens = tokensOf(code);
  if (!tokens) return undefined;
  const parser = new Parser(tokens);
  const evaluate = parser.disjunction();
  return parser.isAtEnd() ? evaluate : undefined;
}

function tokensOf(code: string): Token[] | undefined {
  const tokens: Token[] = [];
  const end = code.trimEnd().length;
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < end) {
    const match = TOKEN.exec(code);
    if (!match) return undefined;
    const [, number, double, single, name, sign] = match;
    const quoted = double ?? single;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.replace(/\\(.)/gs, '$1') });
    else if (name !== undefined) tokens.push(wordToken(name));
    else tokens.push({ kind: 'sign', text: sign === '=' ? '==' : (sign ?? '') });
  }
  return tokens;
}

function wordToken(name: string): Token {
  const sign = Object.hasOwn(WORD_SIGNS, name) ? WORD_SIGNS[name] : undefined;
  return sign ? { kind: 'sign', text: sign } : { kind: 'name', text: name };
}

/** How deep brackets and signs may stand in each other; deeper ones are left to another reader. */
const MAX_DEPTH = 100;
const END: Token = { kind: 'end', text: '' };

/** Recursive descent; each method gives undefined where the text is not of this kind. */
class Parser {
  #at = 0;
  #depth = 0;
  readonly #tokens: readonly Token[];

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  isAtEnd(): boolean {
    return this.#at === this.#tokens.length;
  }

  disjunction(): Evaluate | undefined {
    return this.#chain(['||'], () => this.#chain(['&&'], () => this.#comparison()));
  }

  #comparison(): Evaluate | undefined {
    return this.#chain(['==', '!=', '<=', '>=', '<', '>'], () =>
      this.#chain(['+', '-'], () => this.#chain(['*', '/', '%'], () => this.#unary())),
    );
  }

  #chain(signs: readonly string[], operand: () => Evaluate | undefined): Evaluate | undefined {
    let left = operand();
    while (left) {
      const sign = signs.find((each) => this.#take(each));
      if (!sign) return left;
      const right = operand();
      const apply = OPERATORS[sign];
      if (!right || !apply) return undefined;
      const first = left;
      left = (data) => apply(first(data), right(data));
    }
    return undefined;
  }

  #unary(): Evaluate | undefined {
    if (this.#depth > MAX_DEPTH) return undefined;
    this.#depth++;
    const evaluate = this.#signed() ?? this.#primary();
    this.#depth--;
    return evaluate;
  }

  #signed(): Evaluate | undefined {
    const sign = ['!', '-'].find((each) => this.#take(each));
    const inner = sign && this.#unary();
    if (!inner) return undefined;
    return sign === '!' ? (data) => negated(inner(data)) : (data) => OPERATORS['-']?.(0, inner(data));
  }

  #primary(): Evaluate | undefined {
    if (this.#take('(')) {
      const inner = this.disjunction();
      return inner && this.#take(')') ? inner : undefined;
    }
    const { kind, text } = this.#tokens[this.#at] ?? END;
    if (kind === 'end' || kind === 'sign') return undefined;
    this.#at++;
    if (kind === 'number') return constant(Number(text));
    if (kind === 'text') return this.#methods(constant(text));
    if (Object.hasOwn(LITERALS, text)) return constant(LITERALS[text]);
    return this.#methods(this.#variable(text) ?? ((data) => data.get(text)));
  }

  /** `execution.getVariable('x')` or `vars:get(x)`, behind the first word; undefined, with nothing taken: it is none of these. */
  #variable(first: string): Evaluate | undefined {
    const start = this.#at;
    const isObject = OBJECTS.has(first) && this.#take('.');
    const isFunction = !isObject && PREFIXES.has(first) && this.#take(':');
    // `eq` and its like have become signs.
    const word = isFunction ? this.#word('name', 'sign') : isObject ? this.#word('name') : '';
    const name = word !== '' && this.#take('(') ? this.#word('name', 'text') : '';
    const other = name !== '' && this.#take(',') ? this.disjunction() : constant(undefined);
    const asked = isObject && word !== 'getVariable' ? '' : word;
    const ask = Object.hasOwn(QUESTIONS, asked) ? QUESTIONS[asked] : undefined;
    if (ask && other && name !== '' && this.#take(')')) return (data) => ask(data.get(name), other(data));
    this.#at = start;
    return undefined;
  }

  /** The next token, if it is of one of these kinds, else ''. */
  #word(...kinds: readonly Token['kind'][]): string {
    const { kind, text } = this.#tokens[this.#at] ?? END;
    if (!kinds.includes(kind)) return '';
    this.#at++;
    return text;
  }

  /** `.name` and `.name(argument)` after a value. */
  #methods(subject: Evaluate): Evaluate | undefined {
    if (!this.#take('.')) return subject;
    const { kind, text } = this.#tokens[this.#at++] ?? END;
    if (kind !== 'name') return undefined;
    if (!this.#take('(')) return this.#methods((data) => memberOf(subject(data), text));
    const argument = this.#argument();
    const method = Object.hasOwn(METHODS, text) ? METHODS[text] : undefined;
    return argument && method && this.#methods((data) => method(subject(data), argument(data)));
  }

  /** None or one, up to its closing bracket. */
  #argument(): Evaluate | undefined {
    if (this.#take(')')) return constant(undefined);
    const argument = this.disjunction();
    return argument && this.#take(')') ? argument : undefined;
  }

  #take(sign: string): boolean {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || token.text !== sign) return false;
    this.#at++;
    return true;
  }
}

type Operator = (left: Value | undefined, right: Value | undefined) => Value | undefined;

const OPERATORS: Readonly<Record<string, Operator>> = {
  // What one side decides does not wait for the other (Kleene), so that a condition is known as soon as it can be.
  '||': (left, right) => (left === true || right === true ? true : bothKnown(left, right, () => false)),
  '&&': (left, right) => (left === false || right === false ? false : bothKnown(left, right, () => true)),
  '==': (left, right) => bothKnown(left, right, () => left === right),
  '!=': (left, right) => bothKnown(left, right, () => left !== right),
  '<': comparing((left, right) => left < right),
  '<=': comparing((left, right) => left <= right),
  '>': comparing((left, right) => left > right),
  '>=': comparing((left, right) => left >= right),
  '+': (left, right) =>
    typeof left === 'string' && typeof right === 'string' ? left + right : calculated((a, b) => a + b)(left, right),
  '-': calculated((left, right) => left - right),
  '*': calculated((left, right) => left * right),
  '/': calculated((left, right) => left / right),
  '%': calculated((left, right) => left % right),
};

const METHODS: Readonly<Record<string, Operator>> = {
  contains: (subject, part) =>
    typeof subject === 'string' && typeof part === 'string'
      ? subject.includes(part)
      : Array.isArray(subject)
        ? subject.includes(part)
        : undefined,
  equals: (subject, other) => bothKnown(subject, other, () => subject === other),
  startsWith: (subject, part) =>
    typeof subject === 'string' && typeof part === 'string' ? subject.startsWith(part) : undefined,
  isEmpty: (subject) => (typeof subject === 'string' || Array.isArray(subject) ? subject.length === 0 : undefined),
  size: (subject) => (Array.isArray(subject) ? subject.length : undefined),
};

/** What engines call the objects that know variables, and the functions over variables of Flowable. */
const OBJECTS = new Set([
  'execution',
  'task',
  'caseInstance',
  'caseExecution',
  'planItemInstance',
  'variableContainer',
]);
const PREFIXES = new Set(['var', 'vars', 'variables']);

/** What is asked of a variable, and of a value beside it. A default says nothing of one that is not known, which somebody may still set. */
const QUESTIONS: Readonly<Record<string, Operator | undefined>> = {
  getVariable: (variable) => variable,
  get: (variable) => variable,
  getOrDefault: (variable) => variable,
  exists: (variable) => (variable === undefined ? undefined : true),
  '==': OPERATORS['=='],
  '!=': OPERATORS['!='],
  '<': OPERATORS['<'],
  '>': OPERATORS['>'],
  equals: OPERATORS['=='],
  notEquals: OPERATORS['!='],
  lowerThan: OPERATORS['<'],
  lessThan: OPERATORS['<'],
  lowerThanOrEquals: OPERATORS['<='],
  lessThanOrEquals: OPERATORS['<='],
  lte: OPERATORS['<='],
  greaterThan: OPERATORS['>'],
  greaterThanOrEquals: OPERATORS['>='],
  gte: OPERATORS['>='],
  contains: METHODS.contains,
  isEmpty: METHODS.isEmpty,
  empty: METHODS.isEmpty,
};

function constant(value: Value): Evaluate {
  return () => value;
}

function bothKnown(left: Value | undefined, right: Value | undefined, value: () => boolean): boolean | undefined {
  return left === undefined || right === undefined ? undefined : value();
}

function comparing(holds: (left: number | string, right: number | string) => boolean): Operator {
  return (left, right) =>
    (typeof left === 'number' && typeof right === 'number') || (typeof left === 'string' && typeof right === 'string')
      ? holds(left, right)
      : undefined;
}

function calculated(result: (left: number, right: number) => number): Operator {
  return (left, right) => (typeof left === 'number' && typeof right === 'number' ? result(left, right) : undefined);
}

function negated(value: Value | undefined): boolean | undefined {
  return typeof value === 'boolean' ? !value : undefined;
}

function memberOf(value: Value | undefined, name: string): Value | undefined {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, Value>>)[name]
    : undefined;
}
