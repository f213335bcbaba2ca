import { type AstNode, AstUtils } from 'langium';
import { isCase, isScenarioLine, type ScenarioLine } from '../generated/ast.ts';
import { RESERVED_IN_CASES, RESERVED_WORDS } from '../lexing/reserved-words.ts';
import { CHOICES, SCENARIO_WORDS } from '../lexing/scenario-words.ts';
import { isBareId } from '../xml-name.ts';

/** Behind most words of a scenario every word is a name; behind `start` another act may follow, behind `choose` what is chosen. */
function isMistakenFor(id: string, line: ScenarioLine): boolean {
  if (line.$type === 'Act') return line.kind === 'start' && SCENARIO_WORDS.has(id);
  return line.$type === 'ChooseAct' && CHOICES.has(id);
}

/**
 * An id as it is written in the text: in quotes where it is a reserved word or has characters that a bare id has not.
 * @param place where it is written: a case has reserved words of its own
 */
export function quotedId(id: string, place: AstNode | undefined): string {
  const line = AstUtils.getContainerOfType(place, isScenarioLine);
  if (line) return isBareId(id) && !isMistakenFor(id, line) ? id : `'${id}'`;
  const reserved = AstUtils.getContainerOfType(place, isCase) ? RESERVED_IN_CASES : RESERVED_WORDS;
  return isBareId(id) && !reserved.has(id) ? id : `'${id}'`;
}
