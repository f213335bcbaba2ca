/** Scenarios that do not say what they are for, or that nothing begins. */
import { GrammarUtils } from 'langium';
import { isScenario } from '../../generated/ast.ts';
import { nameInScenario } from '../../scenarios.ts';
import { insertFirst } from '../../statement-edits.ts';
import { type Fix, type ProblemPlace, preferred } from './fix.ts';

/** Writes `for` and a process, a case or a collaboration of the file. */
export function fixTarget(place: ProblemPlace): Fix[] {
  const scenario = place.around(isScenario);
  const last = (['label', 'name'] as const)
    .map((property) => GrammarUtils.findNodeForProperty(scenario?.$cstNode, property))
    .find((node) => node !== undefined);
  return place.toldList('targets').map((target) => {
    const name = nameInScenario(target, 'for');
    return { title: `Write \`for ${name}\``, edits: [place.insert(last?.end ?? place.end, ` for ${name}`)] };
  });
}

/** Writes `start` as the first line. */
export function fixStart(place: ProblemPlace): Fix[] {
  const block = place.around(isScenario)?.body;
  const edit = block && insertFirst(place, block, 'start');
  return edit ? preferred('Begin with `start`', edit) : [];
}
