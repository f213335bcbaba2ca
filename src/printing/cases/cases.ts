/** Cases, their roles, and the decisions that they have made. */
import { type Cmmn, ownPropertyOf } from '../../model/index.ts';
import { detailsOf } from '../details.ts';
import { extensionsOf } from '../extensions.ts';
import { stringText } from '../literals.ts';
import { Line, labelWord, nameOf, nameWord, statementOf } from '../statements/element.ts';
import { detailOf, type Statement, type Word } from '../tree.ts';
import type { CasePrintContext } from './case-context.ts';
import { criterionClauses } from './criteria.ts';
import { fileStatement } from './file-items.ts';
import { freeNotes, looseStatements } from './notes.ts';
import { planStatements, sentryDetails, tableDetails } from './plan.ts';

/** @param isFirst whether what belongs to no case stands here */
export function caseStatement(context: CasePrintContext, element: Cmmn.Case, isFirst: boolean): Statement {
  const line = new Line();
  line.add('case', nameWord(element, 'case'), labelWord(element));
  const { casePlanModel: plan } = element;
  line.say('caseFileModel', 'caseRoles', 'casePlanModel');
  context.makes(element, 'plan', plan);
  if (plan?.autoComplete) line.add('autocomplete');
  const criteria = plan && criterionClauses(context, { owner: plan, container: plan, key: element });
  const block = [
    ...(isFirst ? freeNotes(context) : []),
    ...roleStatements(context, element),
    ...fileStatements(context, element),
    ...(plan ? planStatements(context, { container: plan, table: plan, key: element }) : []),
    ...(isFirst ? looseStatements(context) : []),
  ];
  if (plan) addPlan(context, element, plan, line);
  return statementOf(context, element, line, { clauses: criteria?.clauses ?? [], block, apart: true });
}

/** `casePlanModel "…" { … }`: what the plan says that the case does not. */
function addPlan(context: CasePrintContext, element: Cmmn.Case, plan: Cmmn.Stage, line: Line): void {
  const said = new Set(['name', 'autoComplete', 'planItems', 'planItemDefinitions', 'sentries', 'planningTable']);
  // The standard has no control for it, and the language refuses it.
  for (const name of ['defaultControl', 'exitCriteria']) said.add(name);
  const words: Word[] = ['casePlanModel'];
  const name = nameOf(plan);
  if (name !== undefined && name !== nameOf(element)) words.push(stringText(name));
  const inside = [
    ...detailsOf(plan, said, context),
    ...tableDetails(context, plan.planningTable),
    ...sentryDetails(context, plan),
  ];
  const extensions = extensionsOf(plan, context.prefixes);
  if (words.length + inside.length + extensions.length > 1) line.parts.push(detailOf(words, inside, extensions));
}

function roleStatements(context: CasePrintContext, element: Cmmn.Case): Statement[] {
  const { caseRoles: roles } = element;
  if (!roles) return [];
  if (roles.role.length > 0) context.makes(element, 'roles', roles);
  return roles.role.map((role) => {
    const line = new Line();
    line.add('role', nameWord(role, 'role'), labelWord(role));
    return statementOf(context, role, line);
  });
}

function fileStatements(context: CasePrintContext, element: Cmmn.Case): Statement[] {
  const { caseFileModel: file } = element;
  if (!file) return [];
  if (file.caseFileItems.length > 0) context.makes(element, 'file', file);
  return file.caseFileItems.map((item) => fileStatement(context, item));
}

/** `decision`, the one that a task of this file names. */
export function decisionStatement(context: CasePrintContext, decision: Cmmn.Decision): Statement {
  const line = new Line();
  line.add('decision', nameWord(decision, 'decision'));
  if (ownPropertyOf(decision, 'name') !== undefined) line.add(labelWord(decision));
  return statementOf(context, decision, line);
}
