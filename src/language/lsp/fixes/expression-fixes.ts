/** Expressions and times, each fixed at the very place in its code. */
import { type AstNode, GrammarUtils } from 'langium';
import { isExpression, isFileItem, isTimerTrigger, isTimerValue } from '../../generated/ast.ts';
import { type Fix, type ProblemPlace, preferred } from './fix.ts';

/** FEEL's own words for operators of other languages. */
const OPERATORS: Readonly<Record<string, string>> = { '==': '=', '&&': 'and', '||': 'or' };

/** An operator that FEEL does not have. */
export function fixOperator(place: ProblemPlace): Fix[] {
  const own = OPERATORS[place.text];
  return own ? preferred(`Write \`${own}\``, place.replace(place, own)) : [];
}

/** Texts of other languages stand between single quotes, and `!` negates there. */
export function fixFeel(place: ProblemPlace): Fix[] {
  const code = place.document.textDocument.getText();
  const rest = code.slice(place.offset);
  const text = /^'([^'`\r\n"]*)'/.exec(rest);
  if (text)
    return preferred(
      `Write \`"${text[1]}"\``,
      place.replace({ offset: place.offset, end: place.offset + text[0].length }, `"${text[1]}"`),
    );
  const negated = /^!\s*([\p{L}_][\p{L}\p{N}_.]*)(?=\s*(?:`|$|\)|and\b|or\b))/u.exec(rest);
  if (negated)
    return preferred(
      `Write \`not(${negated[1]})\``,
      place.replace({ offset: place.offset, end: place.offset + negated[0].length }, `not(${negated[1]})`),
    );
  return /^\)\s*`/.test(rest)
    ? preferred('Remove `)`', place.replace({ offset: place.offset, end: place.offset + 1 }, ''))
    : [];
}

/** A bracket or a quote of JUEL that is never closed, at the end of the expression. */
export function closeJuel(place: ProblemPlace): Fix[] {
  const closer = /Put a (?:`(.)`|(['"])) at its end/.exec(String(place.diagnostic.message));
  const expression = place.around(isExpression);
  const text = GrammarUtils.findNodeForProperty(expression?.$cstNode, 'text');
  const missing = closer?.[1] ?? closer?.[2];
  if (!text || !missing) return [];
  const quotes = /`+$/.exec(text.text)?.[0].length ?? 0;
  return preferred(`Close it with \`${missing}\``, place.insert(text.end - quotes, missing));
}

/** An expression without code. */
export function removeExpression(place: ProblemPlace): Fix[] {
  return preferred('Remove the empty expression', place.remove(place));
}

/** A time of another form than the word before it says. */
export function fixTimer(place: ProblemPlace): Fix[] {
  const word = place.told('word');
  const trigger = place.around(isTimerTrigger);
  const mode = GrammarUtils.findNodeForProperty((trigger ?? place.around(isTimerValue))?.$cstNode, 'mode');
  return word && mode ? preferred(`Make it \`${trigger ? 'timer ' : ''}${word}\``, place.replace(mode, word)) : [];
}

/** How many there are, the larger number first. */
export function fixMultiplicity(place: ProblemPlace): Fix[] {
  const node = place.leaf?.astNode;
  const kept = place.told('suggestion');
  if (isFileItem(node) && kept) return replaceBrackets(place, node, kept);
  const [min, max] = ['min', 'max'].map((property) => GrammarUtils.findNodeForProperty(node?.$cstNode, property));
  if (!min || !max || Number(min.text) <= Number(max.text) || Number(max.text) < 0) return [];
  return preferred(`Write \`[${max.text}..${min.text}]\``, place.replace(min, max.text), place.replace(max, min.text));
}

/** How many there are of a case file item, as the standard can say it. */
function replaceBrackets(place: ProblemPlace, node: AstNode, text: string): Fix[] {
  const [open, close] = ['[', ']'].map((sign) => GrammarUtils.findNodeForKeyword(node.$cstNode, sign));
  return open && close
    ? preferred(`Write \`${text}\``, place.replace({ offset: open.offset, end: close.end }, text))
    : [];
}
