/** The case file: items, how many there are, and what is in them. */
import { type Cmmn, is, ownPropertyOf } from '../../model/index.ts';
import { Line, labelWord, nameWord, statementOf } from '../statements/element.ts';
import type { Statement, Word } from '../tree.ts';
import type { CasePrintContext } from './case-context.ts';

const MULTIPLICITIES: Readonly<Record<string, string>> = {
  ZeroOrOne: '[0..1]',
  ZeroOrMore: '[]',
  ExactlyOne: '[1]',
  OneOrMore: '[1..*]',
};

export function fileStatement(context: CasePrintContext, item: Cmmn.CaseFileItem): Statement {
  const line = new Line();
  const name = nameWord(item, 'file');
  const multiplicity = MULTIPLICITIES[item.multiplicity];
  line.add('file', multiplicity === undefined ? name : { glued: [name, multiplicity] }, labelWord(item));
  if (multiplicity !== undefined && ownPropertyOf(item, 'multiplicity') !== undefined) line.say('multiplicity');
  const { definitionRef: definition, children } = item;
  if (is(definition, 'cmmn:CaseFileItemDefinition') && context.canRefer(definition)) line.add(':', { to: definition });
  line.say('definitionRef', 'targetRefs', 'children');
  const targets = item.targetRefs.filter((target) => is(target, 'cmmn:CaseFileItem') && context.canRefer(target));
  if (targets.length > 0) line.add('targets', ...listed(targets));
  const inner = children?.caseFileItems ?? [];
  if (inner.length > 0) context.makes(item, 'children', children);
  const block = inner.map((child) => fileStatement(context, child));
  return statementOf(context, item, line, block.length > 0 ? { block } : {});
}

/** `a, b`. */
export function listed(elements: readonly Cmmn.CMMNElement[]): Word[] {
  return elements.map((to, index) => (index < elements.length - 1 ? { glued: [{ to }, ','] } : { to }));
}
