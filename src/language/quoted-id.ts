import { type AstNode, AstUtils } from 'langium';
import { isCase, isData, isScenarioLine } from './generated/ast.ts';
import { DIRECTION_WORDS, RESERVED_IN_CASES, RESERVED_WORDS } from './lexing/reserved-words.ts';
import { nameInScenario } from './scenarios.ts';
import { isBareId } from './xml-name.ts';

/**
 * An id as it is written in the text: in quotes where it is a reserved word or has characters that a bare id has not.
 * @param place where it is written: a case has reserved words of its own, and `data input` is an input
 */
export function quotedId(id: string, place: AstNode | undefined): string {
  const line = AstUtils.getContainerOfType(place, isScenarioLine);
  if (line) return nameInScenario(id, line.$type === 'ChooseAct' ? 'choose' : 'kind' in line ? line.kind : '');
  const reserved = AstUtils.getContainerOfType(place, isCase) ? RESERVED_IN_CASES : RESERVED_WORDS;
  const isDirection = isData(place) && !place.direction && DIRECTION_WORDS.has(id);
  return isBareId(id) && !reserved.has(id) && !isDirection ? id : `'${id}'`;
}
