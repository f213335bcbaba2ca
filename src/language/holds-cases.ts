import { elementType } from './details/detail-types.ts';
import { isCase, isDecision, isDefine, isScenario, type Model } from './generated/ast.ts';

/** Whether a text becomes a file of CMMN, alone or beside one of BPMN: it has a case, or nothing but what only cases use. */
export function holdsCases({ elements }: Model): boolean {
  const others = elements.filter((root) => !isScenario(root));
  return others.some(isCase) || (others.length > 0 && others.every(isForCases));
}

function isForCases(root: Model['elements'][number]): boolean {
  return isDecision(root) || (isDefine(root) && elementType(root)?.package.prefix === 'cmmn');
}
