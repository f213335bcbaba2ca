/** Words of a statement that a property of the model stands for: labels, conditions, facts in `with`. */
import { type AstNode, GrammarUtils } from 'langium';
import type { TextEdit } from '../base/text-edit.ts';
import {
  type Detail,
  firstWord,
  idFromLabel,
  idOf,
  isBranch,
  isCase,
  isFlow,
  isPlanItem,
  isProcess,
  quotedId,
  withItsBraces,
} from '../language/index.ts';
import type { ModelChange } from '../lint/index.ts';
import { addAttribute, bindPrefix } from './fix-extensions.ts';
import { statementOf, type TextToFix } from './fix-place.ts';

type SetProperty = Extract<ModelChange, { readonly kind: 'set' }>;

/** The edits that set a property, if the text has a word for it. */
export function setWord(text: TextToFix, { element, property, value }: SetProperty): TextEdit[] | undefined {
  // What a text has never said need not be taken away.
  if (Array.isArray(value) && value.length === 0 && isEmpty(element.get(property))) return [];
  const prefix = /^xmlns:(.+)/.exec(property)?.[1];
  if (prefix !== undefined) return typeof value === 'string' ? bindPrefix(text, prefix, value) : undefined;
  const statement = statementOf(text, element);
  if (!statement) return undefined;
  if (property.includes(':'))
    return typeof value === 'string' ? addAttribute(text, statement, property, value) : undefined;
  if (property === 'name' && value === undefined) return removeLabel(text, statement);
  if (property === 'conditionExpression' && value === undefined) return removeCondition(text, statement);
  if (property === 'name' && typeof value === 'string') return setLabel(text, statement, value);
  if (value === true && words[property]) return addWord(text, statement, words[property]);
  const isPlain = value === undefined || typeof value !== 'object';
  return isPlain ? setDetail(text, statement, property, value) : undefined;
}

function isEmpty(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

/** An id that comes from the label stays: others may refer to it. */
function removeLabel({ place }: TextToFix, statement: AstNode): TextEdit[] | undefined {
  const label = GrammarUtils.findNodeForProperty(statement.$cstNode, 'label');
  if (!label) return undefined;
  if (isFlow(statement) || isBranch(statement) || ('name' in statement && statement.name)) return [place.remove(label)];
  const id = idOf(statement);
  return id ? [place.replace(label, quotedId(id, statement))] : undefined;
}

/** Where the id comes from the label, and would be another, it is said by itself from now on: others may refer to it. */
function setLabel({ place }: TextToFix, statement: AstNode, value: string): TextEdit[] | undefined {
  const label = GrammarUtils.findNodeForProperty(statement.$cstNode, 'label');
  if (!label || !('label' in statement) || typeof statement.label !== 'string') return undefined;
  const id = 'name' in statement && statement.name ? undefined : idOf(statement);
  const isSame = id === undefined || idFromLabel(statement.label) === idFromLabel(value);
  const written = JSON.stringify(value);
  return [place.replace(label, isSame ? written : `${quotedId(id, statement)} ${written}`)];
}

/** What a word behind the head of a statement says, by the property of the model. */
const words: Readonly<Record<string, string>> = { isExecutable: 'executable', autoComplete: 'autocomplete' };

function addWord({ place }: TextToFix, statement: AstNode, word: string): TextEdit[] | undefined {
  if (!isProcess(statement) && !isPlanItem(statement) && !isCase(statement)) return undefined;
  const head = ['label', 'name'].map((part) => GrammarUtils.findNodeForProperty(statement.$cstNode, part));
  const last = head.find((part) => part !== undefined) ?? (statement.$cstNode && firstWord(statement.$cstNode));
  return last && [place.insert(last.end, ` ${word}`)];
}

/** A branch that is asked for needs its condition. */
function removeCondition({ place }: TextToFix, statement: AstNode): TextEdit[] | undefined {
  if (isFlow(statement)) {
    const word = GrammarUtils.findNodeForKeyword(statement.$cstNode, 'if');
    const end = statement.condition?.$cstNode?.end;
    return word && end !== undefined ? [place.remove({ offset: word.offset, end })] : undefined;
  }
  if (!isBranch(statement) || statement.kind === 'when' || !statement.condition?.$cstNode) return undefined;
  return [place.remove(statement.condition.$cstNode)];
}

/** Takes a fact of `with` away, or changes what it says. */
function setDetail(
  { place }: TextToFix,
  statement: AstNode,
  property: string,
  value: string | number | boolean | undefined,
): TextEdit[] | undefined {
  const details = 'details' in statement && Array.isArray(statement.details) ? (statement.details as Detail[]) : [];
  const detail = details.find(({ key }) => key === property);
  if (!detail?.$cstNode) return undefined;
  if (value === undefined) return [place.remove(withItsBraces(detail, detail.$cstNode))];
  const said = detail.value?.$cstNode;
  return said && [place.replace(said, typeof value === 'string' ? JSON.stringify(value) : String(value))];
}
