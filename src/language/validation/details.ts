/** `with { … }` and `define`: every key and value against the schema of the standard. */
import type { AstNode, ValidationAcceptor } from 'langium';
import { closestTo } from '../../base/spelling.ts';
import { concreteTypes, elementOfType, type PropertyDescriptor, type TypeDescriptor } from '../../schema/index.ts';
import { blockType, type DetailEntry, detailsOf, entriesIn, entryOf, labelProperty } from '../details/detail-entry.ts';
import { missingWords } from '../details/made-by-words.ts';
import { wordsFor } from '../details/spoken-facts.ts';
import type { Define, Detail } from '../generated/ast.ts';
import { checkDetailValue } from './detail-values.ts';
import { report } from './report.ts';

/** One key: whether it may stand there, and says a value or a child as the schema wants it. */
export function checkDetail(detail: Detail, accept: ValidationAcceptor): void {
  const block = detail.$container;
  const owner = blockType(block);
  // What is wrong around it is told there.
  if (!owner) return;
  const entry = entryOf(detail);
  if (!entry) {
    reportUnknown(detail, owner, accept);
    return;
  }
  const words = wordsFor(entry, block, detail);
  const missing = missingWords(detail, entry, block);
  if (words) {
    const message = `\`${detail.key}\` has a word of its own. Write ${words}.`;
    report(accept, 'error', 'detail-has-word', message, detail, { property: 'key' });
  } else if (entry.type?.isAbstract) {
    reportAbstract(detail, entry.type, accept);
  } else if (entry.type && missing) {
    const message = `\`${detail.key}\` adds to what words say. Write ${missing} before \`with\`.`;
    report(accept, 'error', 'detail-has-word', message, detail, { property: 'key' });
  } else if (entry.type) {
    checkChild(detail, entry, entry.type, accept);
  } else {
    checkPlain(detail, entry, accept);
  }
}

function reportUnknown(detail: Detail, owner: TypeDescriptor, accept: ValidationAcceptor): void {
  const names = entriesIn(detail.$container)
    .filter((entry) => !wordsFor(entry, detail.$container))
    .map(({ name }) => name);
  const meant = closestTo(detail.key, names);
  const advice = meant ? `Did you mean \`${meant}\`?` : namesShown(names);
  const message = `The standard has no \`${detail.key}\` in ${article(elementOfType(owner))}. ${advice}`;
  const data = meant ? { data: { suggestion: meant } } : {};
  report(accept, 'error', 'unknown-detail', message, detail, { property: 'key', ...data });
}

/** The names that are no part of every element; all of them are in completion. */
function namesShown(names: readonly string[]): string {
  const some = names.filter((name) => name !== 'documentation').slice(0, 6);
  return some.length > 0 ? `It has ${listed(some)} …` : 'Remove it.';
}

export function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

export function article(noun: string): string {
  return `${/^[aeiou]/.test(noun) ? 'an' : 'a'} \`${noun}\``;
}

function reportAbstract(detail: Detail, type: TypeDescriptor, accept: ValidationAcceptor): void {
  const kinds = concreteTypes(type.name, type.package.prefix).map(elementOfType);
  const message = `\`${detail.key}\` stands for several kinds. Write one of them: ${listed(kinds)}.`;
  report(accept, 'error', 'abstract-detail', message, detail, { property: 'key', data: { kinds } });
}

/** `key name "label" { … }`, or `key: text` for a child that is a text. */
function checkChild(detail: Detail, entry: DetailEntry, type: TypeDescriptor, accept: ValidationAcceptor): void {
  if (!detail.colon) {
    checkHead(detail, type, accept);
    return;
  }
  if (type.body) {
    checkDetailValue(detail, entry, accept);
    return;
  }
  const message = `\`${detail.key}\` is an element of its own. Write \`${detail.key} { … }\`.`;
  report(accept, 'error', 'detail-form', message, detail, { property: 'key' });
}

/** An id and a label, where the type has none. */
export function checkHead(node: Define | Detail, type: TypeDescriptor, accept: ValidationAcceptor): void {
  const noun = article(elementOfType(type));
  if (node.name !== undefined && !type.propertiesByName.has('id')) {
    const message = `The standard gives ${noun} no id. Remove \`${node.name}\`.`;
    report<Define | Detail>(accept, 'error', 'detail-form', message, node, { property: 'name' });
  }
  if (node.label !== undefined && !labelProperty(type)) {
    const message = `The standard gives ${noun} no name. Remove the label.`;
    report<Define | Detail>(accept, 'error', 'detail-form', message, node, { property: 'label' });
  }
}

/** `key: value`. */
function checkPlain(detail: Detail, entry: DetailEntry, accept: ValidationAcceptor): void {
  if (detail.colon) {
    checkDetailValue(detail, entry, accept);
    return;
  }
  const message = `\`${detail.key}\` says a value. Write \`${detail.key}: …\`.`;
  report(accept, 'error', 'detail-form', message, detail, { property: 'key' });
}

/** `with` without its block. */
export function checkWith(node: AstNode, accept: ValidationAcceptor): void {
  if (!('with' in node && 'braced' in node) || !node.with || node.braced) return;
  const message = 'Write what the element has besides after `with`, as `with { key: value }`.';
  report(accept, 'error', 'missing-operand', message, node, { keyword: 'with' });
}

/** What stands twice in a block and may stand there once. */
export function checkRepeated(block: AstNode, accept: ValidationAcceptor): void {
  const details = detailsOf(block);
  if (details.length < 2) return;
  const seen = new Map<PropertyDescriptor, Detail>();
  for (const detail of details) {
    const property = entryOf(detail)?.property;
    if (!property || property.isMany) continue;
    const first = seen.get(property);
    if (!first) {
      seen.set(property, detail);
      continue;
    }
    const line = (first.$cstNode?.range.start.line ?? 0) + 1;
    const message = `There is room for one \`${detail.key}\` only, and \`${first.key}\` in line ${line} has it. Remove one.`;
    report(accept, 'error', 'repeated-detail', message, detail, { property: 'key' });
  }
}
