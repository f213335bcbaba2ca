/** `define` and the kind behind it. */
import { GrammarUtils, type ValidationAcceptor } from 'langium';
import { closestTo } from '../../base/spelling.ts';
import { concreteTypes, elementOfType } from '../../schema/index.ts';
import { definableKinds, otherWayFor } from '../details/define-kinds.ts';
import { definedType } from '../details/detail-types.ts';
import type { Define } from '../generated/ast.ts';
import { article, checkHead, listed } from './details.ts';
import { report } from './report.ts';

/** Whether the kind is one, and is written with `define`. */
export function checkDefine(define: Define, accept: ValidationAcceptor): void {
  const { kind } = define;
  if (kind === undefined) return;
  const type = definedType(kind);
  const other = otherWayFor(kind);
  if (kind === 'xml') {
    checkOpaque(define, accept);
  } else if (other) {
    const message = `\`${kind}\` is not written with \`define\`. Write ${other}.`;
    report(accept, 'error', 'detail-has-word', message, define, { property: 'kind' });
  } else if (!type) {
    reportUnknown(define, kind, accept);
  } else if (type.isAbstract) {
    const kinds = concreteTypes(type.name, type.package.prefix).map(elementOfType);
    const message = `\`${kind}\` stands for several kinds. Write one of them: ${listed(kinds)}.`;
    report(accept, 'error', 'abstract-detail', message, define, { property: 'kind', data: { kinds } });
  } else {
    checkHead(define, type, accept);
    if (define.docs.length > 0 && !type.propertiesByName.has('documentation')) reportDocumentation(define, accept);
  }
}

function reportDocumentation(define: Define, accept: ValidationAcceptor): void {
  const message = `The standard gives ${article(define.kind ?? '')} no documentation of its own. Make it a comment.`;
  report(accept, 'error', 'detail-form', message, define, { property: 'docs' });
}

function reportUnknown(define: Define, kind: string, accept: ValidationAcceptor): void {
  const meant = closestTo(kind, definableKinds());
  const advice = meant ? `Did you mean \`${meant}\`?` : 'Write the name of one, such as `interface` or `resource`.';
  const message = `The standard has no root element \`${kind}\`. ${advice}`;
  report(accept, 'error', 'unknown-detail', message, define, {
    property: 'kind',
    ...(meant && { data: { suggestion: meant } }),
  });
}

/** `define xml id { text: … }` holds a text and nothing else; what it says is read when the model is made. */
function checkOpaque(define: Define, accept: ValidationAcceptor): void {
  const [text, ...rest] = define.details;
  if (text?.key !== 'text' || !text.value?.expression) {
    const message = 'Write the XML between fences of three backticks, as `define xml id { text: ```…``` }`.';
    report(accept, 'error', 'missing-operand', message, define, { property: 'kind' });
  }
  for (const other of rest) {
    const message = '`define xml` holds one `text` and nothing else. Remove this.';
    report(accept, 'error', 'unknown-detail', message, other, { property: 'key' });
  }
  if (define.docs.length > 0) reportDocumentation(define, accept);
  if (define.label !== undefined || define.extensions.length > 0) {
    const message = 'What is kept as XML says its name and its extensions there. Remove them here.';
    const range = GrammarUtils.findNodeForProperty(
      define.$cstNode,
      define.label === undefined ? 'extensions' : 'label',
    );
    accept('error', message, { node: define, range: range?.range, code: 'detail-form', data: { code: 'detail-form' } });
  }
}
