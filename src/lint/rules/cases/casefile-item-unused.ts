import { type Cmmn, is, type ModelElement } from '../../../model/index.ts';
import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { the } from '../../words.ts';

export const casefileItemUnused: Rule = {
  id: 'CB13',
  name: 'casefile-item-unused',
  statement: 'Something in a case uses each item of its file.',
  why: 'What no sentry, parameter or condition uses is left over, or somebody has forgotten to refer to it.',
  severity: 'warning',
  references: [],
  check({ all, report }) {
    const items = all('cmmn:CaseFileItem');
    if (items.length === 0) return;
    const used = new Set<unknown>();
    for (const part of [...all('cmmn:CaseFileItemOnPart'), ...all('cmmn:CaseFileItemStartTrigger')])
      used.add(part.sourceRef);
    for (const { bindingRef } of all('cmmn:CaseParameter')) used.add(bindingRef);
    for (const type of [
      'cmmn:IfPart',
      'cmmn:RepetitionRule',
      'cmmn:RequiredRule',
      'cmmn:ManualActivationRule',
      'cmmn:ApplicabilityRule',
    ] as const)
      for (const { contextRef } of all(type)) used.add(contextRef);
    for (const { sourceRef, targetRef } of all('cmmn:Association')) used.add(sourceRef).add(targetRef);
    const code = all('cmmn:Expression')
      .map(({ body }) => body ?? '')
      .join('\n');
    for (const item of items) {
      const isSaid = [nameOf(item), item.id].some((word) => word && code.includes(word));
      if (isSaid) used.add(item);
    }
    for (const item of items) {
      if (!related(item).some((one) => used.has(one)))
        report(item, `Nothing uses ${the(item)}. Let a sentry, a parameter or a condition use it, or take it away.`);
    }
  },
};

/** An item with all around it and all in it: who uses one of them uses it too. */
function related(item: Cmmn.CaseFileItem): ModelElement[] {
  const found: ModelElement[] = [item];
  for (let one: ModelElement | undefined = item.$parent; one; one = one.$parent)
    if (is(one, 'cmmn:CaseFileItem')) found.push(one);
  const open = [item];
  for (let one = open.pop(); one; one = open.pop()) {
    const inner = one.children?.caseFileItems ?? [];
    found.push(...inner, ...one.targetRefs);
    open.push(...inner);
  }
  return found;
}
