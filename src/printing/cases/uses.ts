/** `reads` and `writes`: the parameters of a task, where words make the same ones. */
import { type Cmmn, is, ownPropertyOf } from '../../model/index.ts';
import { typeNamed } from '../../schema/index.ts';
import { extensionsOf } from '../extensions.ts';
import type { Line } from '../statements/element.ts';
import type { CasePrintContext, Item } from './case-context.ts';
import { listed } from './file-items.ts';

/** Where one parameter of a kind has more to say than the item that it is bound to, all of the kind are details. */
export function addUses(context: CasePrintContext, item: Item, task: Cmmn.Task, line: Line): void {
  for (const [word, role] of [
    ['reads', 'input'],
    ['writes', 'output'],
  ] as const) {
    const parameters = task[role];
    const bound = parameters.flatMap((parameter) => boundItem(context, parameter) ?? []);
    if (parameters.length === 0 || bound.length < parameters.length || new Set(bound).size < bound.length) continue;
    line.add(word, ...listed(bound));
    line.say(role);
    for (const [index, parameter] of parameters.entries()) {
      const file = bound[index];
      if (file) context.makesUse(item, role, file, parameter);
    }
  }
}

/** The item that a parameter is bound to; undefined if it says more, or has no id. */
function boundItem(context: CasePrintContext, parameter: Cmmn.CaseParameter): Cmmn.CaseFileItem | undefined {
  const { bindingRef: item } = parameter;
  const said = new Set(['id', 'bindingRef']);
  const isPlain = (typeNamed(parameter.$type)?.properties ?? []).every(
    ({ name }) => said.has(name) || ownPropertyOf(parameter, name) === undefined,
  );
  const isBound = is(item, 'cmmn:CaseFileItem') && context.canRefer(item) && parameter.id !== undefined;
  return isPlain && isBound && extensionsOf(parameter, context.prefixes).length === 0 ? item : undefined;
}
