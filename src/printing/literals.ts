/** Texts, expressions and names as the language writes them: the reverse of its value converter. */
import { dedent, isBareId, RESERVED_IN_CASES, RESERVED_WORDS } from '../language/index.ts';

/** A text in double quotes. */
export function stringText(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped}"`;
}

/**
 * An id, in quotes where it would be read as a word of the language or as more than one.
 * @param words what else it would be read as where it stands
 */
export function idText(id: string, words?: ReadonlySet<string>): string {
  const isWord = RESERVED_WORDS.has(id) || RESERVED_IN_CASES.has(id) || words?.has(id) === true;
  return isBareId(id) && !isWord ? id : `'${id}'`;
}

/** A name of the schema or of a vendor, for which words of the language are names too. */
export function keyText(key: string): string {
  return isBareId(key) ? key : `'${key}'`;
}

/** Documentation in its fences; undefined where they would not give back every blank of it. */
export function documentationText(text: string): string | undefined {
  const isMarked = text.includes('"""') || text.endsWith('"') || text.startsWith('"');
  return !isMarked && text !== '' && dedent(text) === text ? `"""${text}"""` : undefined;
}

/**
 * An expression between backticks, or between fences of three where it has several lines; undefined where neither gives it back
 * to the letter.
 */
export function expressionText(text: string): string | undefined {
  if (!text.includes('`') && !/[\n\r]/.test(text) && text === text.trim()) return `\`${text}\``;
  return fenceText(text);
}

/** A text between fences of three. */
export function fenceText(text: string): string | undefined {
  if (text.includes('```') || text.startsWith('`') || text.endsWith('`') || text.includes('\r')) return undefined;
  const fenced = text.includes('\n') ? `\n${text.replace(/^(?=.)/gm, '  ')}\n` : text;
  return text !== '' && dedent(fenced) === text && !/^[ \t]/.test(text) ? `\`\`\`${fenced}\`\`\`` : undefined;
}
