/**
 * A parser for texts without a mistake, such as those that an import prints. It goes by the grammar and the tables of Langium's parser, but has
 * neither that one's recovery nor its concrete syntax tree, which take most of its time. At the first doubt it gives up.
 */
import { EOF, type IToken, type TokenType, tokenMatcher } from 'chevrotain';
import {
  type AstNode,
  GrammarAST,
  GrammarUtils,
  type LangiumCoreServices,
  type LangiumParser,
  type Linker,
  type ParseResult,
} from 'langium';
import { placeLate, SyntaxNode } from './late-places.ts';
import { ProcedoLookahead } from './lookahead.ts';
import { valueOfToken } from './value-converter.ts';

/** A text while it is parsed. */
class Reading {
  readonly tokens: readonly IToken[];
  at = 0;
  /** What a rule of a data type has taken so far. */
  value = '';

  constructor(tokens: readonly IToken[]) {
    this.tokens = tokens;
  }

  LA(distance: number): IToken {
    return this.tokens[this.at + distance - 1] ?? END;
  }
}

const END: IToken = { tokenType: EOF, tokenTypeIdx: EOF.tokenTypeIdx ?? 0, image: '', startOffset: Number.NaN };

/** Takes an element of the grammar. @returns the node that it has added to, or what stands in its place; undefined where the text goes on otherwise */
type Step = (reading: Reading, node: SyntaxNode) => SyntaxNode | undefined;

/** What becomes of a value that an element has taken. */
type Store = (reading: Reading, node: SyntaxNode, value: string | SyntaxNode) => void;

interface Rule {
  /** Of its node, unless an action says another. */
  readonly type: string;
  readonly kind: 'node' | 'fragment' | 'data';
  step: Step;
}

/** Where in the grammar an element is, and how many of each kind were before it: those within an element count before itself, as in Langium. */
interface Place {
  readonly rule: GrammarAST.ParserRule;
  readonly counts: { Option: number; Repetition: number; Alternation: number };
  readonly assignment?: GrammarAST.Assignment;
  readonly isReference?: boolean;
}

/** Stand for a mistake; some have to give back the block behind them (`lost-blocks.ts`). */
const MISTAKES: ReadonlySet<string> = new Set(['Unknown', 'UnknownItem', 'UnknownRoot']);

export class SureParser {
  readonly #services: LangiumCoreServices;
  readonly #lookahead: ProcedoLookahead;
  readonly #types: Readonly<Record<string, TokenType>>;
  readonly #linker: Linker;
  readonly #rules = new Map<GrammarAST.ParserRule, Rule>();
  readonly #defaults = new Map<string, readonly (readonly [string, unknown])[]>();
  readonly #entry: Rule;

  constructor(services: LangiumCoreServices) {
    this.#services = services;
    this.#types = services.parser.Lexer.definition as Readonly<Record<string, TokenType>>;
    this.#lookahead = new ProcedoLookahead(this.#types);
    this.#linker = services.references.Linker;
    const entry = services.Grammar.rules.find((rule) => GrammarAST.isParserRule(rule) && rule.entry);
    if (!GrammarAST.isParserRule(entry)) throw new Error('The grammar has no entry.');
    this.#entry = this.#rule(entry);
  }

  /** The syntax tree; undefined if the text has a mistake. */
  parse(tokens: readonly IToken[]): SyntaxNode | undefined {
    const reading = new Reading(tokens);
    const root = this.#node(this.#entry, reading);
    return reading.at === tokens.length ? root : undefined;
  }

  #node({ type, step }: Rule, reading: Reading): SyntaxNode | undefined {
    const { at, tokens } = reading;
    const node = step(reading, new SyntaxNode(type));
    if (!node || MISTAKES.has(node.$type)) return undefined;
    if (reading.at > at) node.reach(tokens[at], tokens[reading.at - 1]);
    for (const [name, value] of this.#defaultsOf(node.$type))
      if (node[name] === undefined) node[name] = Array.isArray(value) ? [] : value;
    return node;
  }

  #defaultsOf(type: string): readonly (readonly [string, unknown])[] {
    const known = this.#defaults.get(type);
    if (known) return known;
    const { properties } = this.#services.shared.AstReflection.getTypeMetaData(type);
    const found = Object.values(properties).flatMap(({ name, defaultValue }) =>
      defaultValue === undefined ? [] : [[name, defaultValue] as const],
    );
    this.#defaults.set(type, found);
    return found;
  }

  #rule(rule: GrammarAST.ParserRule): Rule {
    const known = this.#rules.get(rule);
    if (known) return known;
    const kind = kindOf(rule);
    const made: Rule = { type: kind === 'node' ? GrammarUtils.getTypeName(rule) : '', kind, step: (_, node) => node };
    // A rule may call itself, so it is known before its steps are.
    this.#rules.set(rule, made);
    made.step = this.#element(rule.definition, { rule, counts: { Option: 0, Repetition: 0, Alternation: 0 } });
    return made;
  }

  #element(element: GrammarAST.AbstractElement, place: Place): Step {
    return this.#repeated(element.cardinality, this.#once(element, place), place);
  }

  #once(element: GrammarAST.AbstractElement, place: Place): Step {
    if (GrammarAST.isKeyword(element)) return take(this.#type(element.value), this.#store(place), (image) => image);
    if (GrammarAST.isAssignment(element)) return this.#element(element.terminal, { ...place, assignment: element });
    if (GrammarAST.isCrossReference(element) && element.terminal)
      return this.#once(element.terminal, { ...place, isReference: true });
    if (GrammarAST.isAction(element) && element.feature === undefined) return become(GrammarUtils.getTypeName(element));
    if (GrammarAST.isAlternatives(element)) return this.#alternatives(element.elements, place);
    if (GrammarAST.isGroup(element)) return inTurn(element.elements.map((one) => this.#element(one, place)));
    const called = GrammarAST.isRuleCall(element) ? element.rule.ref : undefined;
    if (GrammarAST.isTerminalRule(called))
      return take(this.#type(called.name), this.#store(place), (image) => valueOfToken(called.name, image));
    if (GrammarAST.isParserRule(called)) return this.#call(this.#rule(called), this.#store(place));
    throw new Error(`The grammar has a ${element.$type} of a kind that is new here.`);
  }

  #alternatives(elements: readonly GrammarAST.AbstractElement[], place: Place): Step {
    const steps = elements.map((one) => this.#element(one, place));
    const { rule, counts } = place;
    const prodOccurrence = ++counts.Alternation;
    const choose = this.#lookahead.buildLookaheadForAlternation({ rule, prodOccurrence });
    return (reading, node) => {
      const chosen = choose.call(reading);
      return chosen === undefined ? undefined : steps[chosen]?.(reading, node);
    };
  }

  #repeated(cardinality: GrammarAST.AbstractElement['cardinality'], step: Step, { rule, counts }: Place): Step {
    if (cardinality === undefined) return step;
    const isOption = cardinality === '?';
    const prodOccurrence = isOption ? ++counts.Option : ++counts.Repetition;
    const prodType = isOption ? 'Option' : cardinality === '*' ? 'Repetition' : 'RepetitionMandatory';
    const goesOn = this.#lookahead.buildLookaheadForOptional({ rule, prodType, prodOccurrence });
    if (isOption) return (reading, node) => (goesOn.call(reading) ? step(reading, node) : node);
    const many: Step = (reading, node) => {
      let last: SyntaxNode | undefined = node;
      while (last && goesOn.call(reading)) last = step(reading, last);
      return last;
    };
    return cardinality === '*' ? many : (reading, node) => (goesOn.call(reading) ? many(reading, node) : undefined);
  }

  #call(rule: Rule, store: Store | undefined): Step {
    if (rule.kind === 'fragment') return (reading, node) => rule.step(reading, node);
    if (rule.kind === 'data') return (reading, node) => takeText(rule, reading, node, store);
    // What a rule calls for all that it is takes its place.
    if (!store) return (reading) => this.#node(rule, reading);
    return (reading, node) => {
      const value = this.#node(rule, reading);
      if (value) store(reading, node, value);
      return value && node;
    };
  }

  #store({ rule, assignment, isReference }: Place): Store | undefined {
    if (!assignment) return kindOf(rule) === 'data' ? addText : undefined;
    const { operator, feature } = assignment;
    if (operator === '?=') return (_, node) => setValue(node, feature, true);
    const put = operator === '=' ? setValue : addValue;
    if (!isReference) return (_, node, value) => put(node, feature, value);
    return (_, node, value) => put(node, feature, this.#linker.buildReference(node, feature, undefined, String(value)));
  }

  #type(name: string): TokenType {
    const type = this.#types[name];
    if (!type) throw new Error(`The lexer has no token ${name}.`);
    return type;
  }
}

/** A parser that makes whole trees only of texts with a mistake, and of those whose places somebody asks for. */
export function sureFirst(parser: LangiumParser, services: LangiumCoreServices): LangiumParser {
  const sure = new SureParser(services);
  const parse = parser.parse.bind(parser);
  parser.parse = <T extends AstNode>(...parameters: Parameters<LangiumParser['parse']>): ParseResult<T> => {
    const [text, options] = parameters;
    const { tokens, errors, report } = services.parser.Lexer.tokenize(text);
    const root = options?.rule === undefined && errors.length === 0 ? sure.parse(tokens) : undefined;
    if (!root) return parse<T>(...parameters);
    placeLate(root, () => parse(text).value);
    return { value: root as AstNode as T, lexerErrors: [], parserErrors: [], ...(report && { lexerReport: report }) };
  };
  return parser;
}

function kindOf(rule: GrammarAST.ParserRule): Rule['kind'] {
  if (rule.fragment) return 'fragment';
  return GrammarUtils.isDataTypeRule(rule) ? 'data' : 'node';
}

function take(type: TokenType, store: Store | undefined, convert: (image: string) => string): Step {
  return (reading, node) => {
    const token = reading.tokens[reading.at];
    if (!token || !tokenMatcher(token, type)) return undefined;
    reading.at++;
    store?.(reading, node, convert(token.image));
    return node;
  };
}

function takeText(rule: Rule, reading: Reading, node: SyntaxNode, store: Store | undefined): SyntaxNode | undefined {
  const before = reading.value;
  reading.value = '';
  const end = rule.step(reading, node);
  const { value } = reading;
  reading.value = before;
  if (end) store?.(reading, node, value);
  return end;
}

function addText(reading: Reading, _: SyntaxNode, value: string | SyntaxNode): void {
  reading.value += value;
}

function become(type: string): Step {
  return (_, node) => {
    node.$type = type;
    return node;
  };
}

function inTurn(steps: readonly Step[]): Step {
  return (reading, node) => {
    let last: SyntaxNode | undefined = node;
    for (let index = 0; last && index < steps.length; index++) last = steps[index]?.(reading, last);
    return last;
  };
}

function setValue(node: SyntaxNode, name: string, value: unknown): void {
  node[name] = value;
  if (value instanceof SyntaxNode) value.contain(node, name);
}

function addValue(node: SyntaxNode, name: string, value: unknown): void {
  const known = node[name];
  const list: unknown[] = Array.isArray(known) ? known : [];
  if (list !== known) node[name] = list;
  if (value instanceof SyntaxNode) value.contain(node, name, list.length);
  list.push(value);
}
