/** The values in `with { … }`: of the kind that the schema has for their key, references to what there is. */
import type { ValidationAcceptor } from 'langium';
import { closestTo } from '../../base/spelling.ts';
import { elementOfType, enumerationNamed, type PropertyDescriptor } from '../../schema/index.ts';
import type { DetailEntry } from '../details/detail-entry.ts';
import { canRefer, namespaceOf, nounOf, typesNamedBy } from '../details/references.ts';
import type { Detail, Value } from '../generated/ast.ts';
import { type IdTable, idsOf } from '../ids.ts';
import { isBareId } from '../xml-name.ts';
import { report } from './report.ts';

/** A value by the type of its property; a missing one is told as an operand. */
export function checkDetailValue(detail: Detail, entry: DetailEntry, accept: ValidationAcceptor): void {
  const { value } = detail;
  if (!value) return;
  const { property } = entry;
  const values = enumerationNamed(property.type);
  if (entry.type) checkText(value, expressionKind(entry), accept);
  else if (property.isReference) checkReference(value, property, accept);
  else if (values) checkEnumeration(value, values, accept);
  else checkSimple(value, property, accept);
}

/** What the text of a child may be: code, words, or either. */
function expressionKind({ type }: DetailEntry): 'code' | 'text' | 'either' {
  if (type?.name === 'bpmn:FormalExpression' || type?.name === 'cmmn:Expression') return 'code';
  return type?.name === 'bpmn:Expression' ? 'either' : 'text';
}

function checkText(value: Value, kind: 'code' | 'text' | 'either', accept: ValidationAcceptor): void {
  if (kind !== 'text' && value.expression) return;
  if (kind === 'code') wrong(value, 'an expression in backticks', accept, value.text && `\`${value.text}\``);
  else if (!isText(value)) {
    const what = 'a text in double quotes';
    wrong(value, kind === 'either' ? `an expression in backticks, or ${what}` : what, accept, quoted(value));
  }
}

/** Text of several lines, or with quotes in it, stands in backticks too; it has no language then. */
function isText(value: Value): boolean {
  return value.text !== undefined || (value.expression !== undefined && value.expression.language === undefined);
}

function checkSimple(value: Value, property: PropertyDescriptor, accept: ValidationAcceptor): void {
  switch (property.type) {
    case 'Boolean':
      if (value.bool === undefined) wrong(value, '`true` or `false`', accept, BOOLEANS[plain(value)]);
      break;
    case 'Integer':
      if (value.number === undefined || !WHOLE.test(value.number)) {
        wrong(value, 'a whole number', accept, WHOLE.exec(plain(value))?.[0]);
      }
      break;
    case 'Real':
      if (value.number === undefined) wrong(value, 'a number', accept);
      break;
    default:
      if (!isText(value)) wrong(value, 'a text in double quotes', accept, quoted(value));
  }
}

function checkEnumeration(value: Value, values: readonly string[], accept: ValidationAcceptor): void {
  if (value.text !== undefined && values.includes(value.text)) return;
  const said = value.text ?? value.ref?.$refText ?? '';
  const meant = values.includes(said) ? said : closestTo(said, values);
  const advice = meant ? ` Did you mean "${meant}"?` : '';
  const message = `Write one of ${values.map((one) => `"${one}"`).join(', ')}.${advice}`;
  report(accept, 'error', 'detail-value', message, value, meant ? { data: { suggestion: `"${meant}"` } } : {});
}

const WHOLE = /^-?\d+$/;
const BOOLEANS: Readonly<Record<string, string>> = { true: 'true', yes: 'true', false: 'false', no: 'false' };

/** What a value says, whatever it is written as. */
function plain({ text, number, bool, ref }: Value): string {
  return text ?? number ?? bool ?? ref?.$refText ?? '';
}

function quoted(value: Value): string | undefined {
  return plain(value) && `"${plain(value)}"`;
}

/** @param meant the same value as it should be written, if that is clear */
function wrong(value: Value, what: string, accept: ValidationAcceptor, meant?: string): void {
  report(accept, 'error', 'detail-value', `Write ${what} here.`, value, meant ? { data: { suggestion: meant } } : {});
}

function checkReference(value: Value, property: PropertyDescriptor, accept: ValidationAcceptor): void {
  const { ref } = value;
  const noun = nounOf(property);
  if (!ref) {
    const name = value.text !== undefined && isBareId(value.text) ? value.text : undefined;
    wrong(value, `the name of ${articled(noun)}, without quotes`, accept, name);
    return;
  }
  const target = ref.ref;
  if (target) {
    if (!canRefer(property, target)) reportKind(value, noun, accept);
  } else if (!isElsewhere(value, ref.$refText, accept)) {
    const meant = closestTo(ref.$refText, namesFor(value, property));
    const advice = meant ? `Did you mean \`${meant}\`?` : 'Correct the name, or declare it.';
    const message = `There is no ${noun} named \`${ref.$refText}\`. ${advice}`;
    const data = { type: 'Referable', ...(meant && { suggestion: meant }) };
    report(accept, 'error', 'unknown-reference', message, value, { data });
  }
}

/** More elements than this are not searched for one of like spelling: typing must not wait. */
const MOST_NAMES = 5000;

const names = new WeakMap<IdTable, Map<string, readonly string[]>>();

/** The ids of the file that a property may refer to; found out once a type, however many names are wrong. */
function namesFor(value: Value, property: PropertyDescriptor): readonly string[] {
  const table = idsOf(value);
  if (table.idOf.size > MOST_NAMES) return [];
  const byType = names.get(table) ?? new Map<string, readonly string[]>();
  names.set(table, byType);
  const known = byType.get(property.type);
  if (known) return known;
  const found = [...table.idOf].filter(([node]) => canRefer(property, node)).map(([, id]) => id);
  byType.set(property.type, found);
  return found;
}

function articled(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} \`${noun}\``;
}

function reportKind(value: Value, noun: string, accept: ValidationAcceptor): void {
  const target = value.ref?.ref;
  const [type] = target ? typesNamedBy(target) : [];
  const what = type ? `is ${articled(elementOfType(type))}` : 'is no element of the model';
  const message = `\`${value.ref?.$refText}\` ${what}. Name ${articled(noun)} here.`;
  report(accept, 'error', 'wrong-reference', message, value);
}

/** A name with a prefix means something in another file, if the prefix is declared. */
function isElsewhere(value: Value, text: string, accept: ValidationAcceptor): boolean {
  const colon = text.indexOf(':');
  if (colon < 0) return false;
  const prefix = text.slice(0, colon);
  if (namespaceOf(value, prefix) === undefined) reportPrefix(value, prefix, accept);
  return true;
}

function reportPrefix(value: Value, prefix: string, accept: ValidationAcceptor): void {
  const message = `The prefix \`${prefix}\` is not declared. Write \`namespace ${prefix} "…"\` at the head of the file.`;
  report(accept, 'error', 'unknown-prefix', message, value, { data: { prefix } });
}
