/** Random blocks of details, each as text and as the XML that it means. The schema says what may stand where. */
import fc, { type GeneratorValue } from 'fast-check';
import { type DetailEntry, labelProperty, wordsFor } from '../../src/language/index.ts';
import {
  entriesOf,
  enumerationNamed,
  type PropertyDescriptor,
  type TypeDescriptor,
  typeNamed,
} from '../../src/schema/index.ts';

/** An element as XML has it; children of one name in their order. */
export interface Tree {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly text: string;
  readonly children: readonly Tree[];
}

/** What references may name, and how it is declared at the head of each text. */
export const declared = `item Item1
message Message1
error Error1
signal Signal1
escalation Escalation1
pool participant1
process process1 { start start1 task task1 end end1 }
define interface interface1 { operation operation1 }
define resource resource1 { resourceParameter parameter1 }
define category category1 { categoryValue value1 }
define correlationProperty property1
define endPoint endPoint1
define timerEventDefinition timer1
define globalTask global1 { ioSpecification { dataInput input1 dataOutput output1 inputSet set1 outputSet set2 } }
`;
const targets: Readonly<Record<string, string>> = {
  Item1: 'ItemDefinition',
  Message1: 'Message',
  Error1: 'Error',
  participant1: 'Participant',
  process1: 'Process',
  task1: 'Task',
  interface1: 'Interface',
  operation1: 'Operation',
  resource1: 'Resource',
  parameter1: 'ResourceParameter',
  value1: 'CategoryValue',
  property1: 'CorrelationProperty',
  endPoint1: 'EndPoint',
  timer1: 'TimerEventDefinition',
  input1: 'DataInput',
  output1: 'DataOutput',
  set1: 'InputSet',
  set2: 'OutputSet',
};

const words = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'ab <>&"\'\\\n\té`'.split('')) });
const anyWords = () => words;
const code = fc.string({ minLength: 1, maxLength: 6, unit: fc.constantFrom(...'ab <>&"\'é='.split('')) });
const anyCode = () => code;

/** What one block says. */
export interface RandomBlock {
  readonly text: string;
  readonly attributes: Record<string, string>;
  readonly children: readonly Tree[];
}

export class DetailMaker {
  readonly #g: GeneratorValue;
  #count = 0;

  constructor(g: GeneratorValue) {
    this.#g = g;
  }

  /** @param block what the block belongs to, as the syntax tree names it */
  block(type: TypeDescriptor, block: 'Activity' | 'Define' | 'Detail', depth: number): RandomBlock {
    const attributes: Record<string, string> = {};
    const children: Tree[] = [];
    const lines: string[] = [];
    const used = new Set<PropertyDescriptor>();
    for (const entry of entriesOf(type)) {
      const full: DetailEntry = { ...entry, owner: type, through: undefined };
      const { property } = entry;
      if (this.#g(fc.nat, { max: 3 }) > 0 || used.has(property) || entry.type?.isAbstract) continue;
      if (wordsFor(full, { $type: block }) || isMadeByWords(property, block)) continue;
      used.add(property);
      const named = new Set<string>();
      for (let n = property.isMany ? this.#g(fc.integer, { min: 1, max: 2 }) : 1; n > 0; n--) {
        const made = entry.type ? this.#child(full, entry.type, depth) : this.#plain(full, named);
        if (!made) continue;
        lines.push(made.text);
        if (made.child) children.push(made.child);
        else attributes[entry.name] = made.value;
      }
    }
    return { text: `{ ${lines.join('  ')} }`, attributes, children };
  }

  #pick<T>(list: readonly T[]): T | undefined {
    return list[this.#g(fc.nat, { max: Math.max(0, list.length - 1) })];
  }

  /** @param named what the list names already: it names each element once */
  #plain({ name, property }: DetailEntry, named: Set<string>): Made | undefined {
    const value = property.isReference ? this.#reference(property, named) : this.#value(property);
    if (!value) return undefined;
    const text = `${name}: ${value.text}`;
    if (property.isAttr) return { text, value: value.means };
    if (property.isBody) return undefined;
    return { text, value: '', child: { name, attributes: {}, text: value.means, children: [] } };
  }

  #reference(property: PropertyDescriptor, named: Set<string>): Value | undefined {
    const fitting = Object.entries(targets).filter(
      ([, type]) => property.type === 'Element' || typeNamed(`bpmn:${type}`)?.allTypes.has(property.type),
    );
    const id = this.#pick(fitting.filter(([one]) => !named.has(one)))?.[0];
    if (id === undefined) return undefined;
    named.add(id);
    return { text: id, means: id };
  }

  #value(property: PropertyDescriptor): Value {
    const values = enumerationNamed(property.type);
    const means = values ? (this.#pick(values) ?? '') : this.#simple(property.type);
    return { text: values || property.type === 'String' ? quoted(means) : means, means };
  }

  #simple(type: string): string {
    if (type === 'Boolean') return String(this.#g(fc.boolean));
    return type === 'String' ? this.#g(anyWords) : String(this.#g(fc.nat, { max: 99 }));
  }

  #child(entry: DetailEntry, type: TypeDescriptor, depth: number): Made | undefined {
    const { name } = entry;
    if (type.body && this.#g(fc.boolean)) return this.#textChild(name, type);
    if (depth === 0) return undefined;
    const id = type.propertiesByName.has('id') && this.#g(fc.boolean) ? `id${++this.#count}` : undefined;
    const actual = type.name === 'bpmn:Expression' ? typeNamed('bpmn:FormalExpression') : type;
    const label = actual && labelProperty(actual);
    const labelled = label && this.#g(fc.boolean) ? this.#g(anyWords) : undefined;
    const inner = this.block(actual ?? type, 'Detail', depth - 1);
    const head = [name, id, labelled === undefined ? undefined : quoted(labelled)].filter((one) => one !== undefined);
    const attributes = {
      ...inner.attributes,
      ...(id !== undefined && { id }),
      ...(label && labelled !== undefined && { [label.name]: labelled }),
    };
    return {
      text: `${head.join(' ')} ${inner.text}`,
      value: '',
      child: { name: writtenName(name, actual?.name), attributes, text: '', children: inner.children },
    };
  }

  /** `key: text`, in words or in code. */
  #textChild(name: string, type: TypeDescriptor): Made {
    const isCode = type.name === 'bpmn:FormalExpression' || (type.name === 'bpmn:Expression' && this.#g(fc.boolean));
    const means = isCode ? `a${this.#g(anyCode)}`.trim() : this.#g(anyWords);
    const text = isCode ? `\`${means}\`` : quoted(means);
    const written = writtenName(name, isCode ? 'bpmn:FormalExpression' : type.name);
    return { text: `${name}: ${text}`, value: '', child: { name: written, attributes: {}, text: means, children: [] } };
  }
}

interface Made {
  readonly text: string;
  /** Of an attribute. */
  readonly value: string;
  readonly child?: Tree;
}

interface Value {
  readonly text: string;
  readonly means: string;
}

/** Where the schema asks for an `expression` as such, a formal one stands under its own name. */
function writtenName(name: string, type: string | undefined): string {
  return name === 'expression' && type === 'bpmn:FormalExpression' ? 'formalExpression' : name;
}

/** Loops and conditions have words; the block of the task here is without them. */
function isMadeByWords(property: PropertyDescriptor, block: string): boolean {
  return block === 'Activity' && property.name === 'loopCharacteristics';
}

function quoted(text: string): string {
  const escapes: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '"': '\\"', '\\': '\\\\' };
  return `"${text.replace(/[\n\t"\\]/g, (character) => escapes[character] ?? character)}"`;
}
