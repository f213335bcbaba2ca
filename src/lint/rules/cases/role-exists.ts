import type { Cmmn, ModelElement } from '../../../model/index.ts';
import { caseOf } from '../../case-queries.ts';
import { nameOf } from '../../queries.ts';
import type { Rule } from '../../rule.ts';
import { The, the } from '../../words.ts';

export const roleExists: Rule = {
  id: 'CM33',
  name: 'role-exists',
  statement:
    'Who may do, plan or trigger something is a role of the same case, and no two roles of a case have one name.',
  why: 'An engine looks for people by the roles of the case.',
  severity: 'error',
  clause: 'CMMN 1.1, 5.2.2',
  references: [],
  check({ all, report }) {
    for (const { caseRoles } of all('cmmn:Case')) {
      const names = new Set<string>();
      for (const role of caseRoles?.role ?? []) {
        const name = nameOf(role);
        if (name && names.has(name)) report(role, `Another role is called "${name}" too. Give this one another name.`);
        names.add(name);
      }
    }
    for (const task of all('cmmn:HumanTask')) tell(task, task.performerRef ? [task.performerRef] : []);
    for (const item of [...all('cmmn:TableItem'), ...all('cmmn:UserEventListener')])
      tell(item, item.authorizedRoleRefs);

    function tell(user: ModelElement, roles: readonly Cmmn.Role[]) {
      for (const role of roles) {
        const other = caseOf(role);
        if (other && other !== caseOf(user))
          report(user, `${The(user)} has ${the(role)} of ${the(other)}. Name a role of its own case.`);
      }
    }
  },
};
