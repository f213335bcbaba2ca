/**
 * What people write in cases before they know the language: lines that read well and are none. A parser sees but the word where it loses its way, and then
 * takes the rest for something else; here such a line is known as a whole, so that one message says what to do, and an edit does it.
 */
import type { Range } from '../../base/range.ts';
import type { Model } from '../generated/ast.ts';

/** A phrase, and what makes it one of the language in its place, if that is certain. */
export interface CasePhrase {
  readonly range: Range;
  readonly message: string;
  readonly text?: string;
}

/** Texts and expressions have nothing in them but `§`. */
const ID = "(?:[\\p{L}_][\\p{L}\\p{N}_.-]*|'§*')";
const LABEL = '"§*"';
const VERB = '[a-z]+(?:-[a-z]+)*';

type Groups = readonly (string | undefined)[];

interface Phrase {
  readonly pattern: RegExp;
  /** @param groups as the text has them, the whole match first */
  readonly message: (groups: Groups) => string;
  /** What is put in place of the match; nothing where a person has to decide. */
  readonly text?: (groups: Groups) => string;
}

const phrases: readonly Phrase[] = [
  {
    pattern: new RegExp(`(?<=\\b(enter|exit)\\s+when\\s+${ID}\\s+)or(?=\\s+${ID}\\s+(${VERB}))`, 'du'),
    message: ([, word, verb]) => alternative(`\`${verb} ${word} when\``),
    text: ([, word, verb]) => `${verb} ${word} when`,
  },
  {
    pattern: new RegExp(`(?<=\\b(enter|exit)\\b.*\\s)or(?=\\s+(?:when\\s+)?${ID}\\s+${VERB})(?:\\s+when)?`, 'du'),
    message: ([, word]) => alternative(`\`${word} when\``),
    text: ([, word]) => `${word} when`,
  },
  {
    pattern: /\b(entry|enter|exit)\s+criterion\b(?:\s+(when|if)\b)?/du,
    message: ([, word, joint = 'when']) => `Write \`${clause(word)} ${joint}\` and what is waited for.`,
    text: ([, word, joint = 'when']) => `${clause(word)} ${joint}`,
  },
  {
    pattern: /\b(entry|enters|exits)(?=\s+(?:when|if)\b)/du,
    message: ([, word]) => `Unknown word \`${word}\`, did you mean \`${clause(word)}\`?`,
    text: ([, word]) => clause(word),
  },
  {
    pattern: new RegExp(`\\b(when|and)\\s+file(?=\\s+(${ID})\\s+(${VERB}))`, 'du'),
    message: ([, joint, name, verb]) => `A file item goes by its name alone here: write \`${joint} ${name} ${verb}\`.`,
    text: ([, joint = '']) => joint,
  },
  {
    pattern: new RegExp(`(?<=\\bfile\\s+(?:${ID}\\s*)?)(${LABEL})\\s*(\\[[^\\]]*\\])`, 'du'),
    message: ([, , count]) => `How many there are stands behind the name: write \`${count}\` before the label.`,
    text: ([, label, count]) => `${count} ${label}`,
  },
  {
    pattern: /(?<=\bdiscretionary)(\s[^`]*?)\s(if\s+`§*`)/du,
    message: () => 'When it may be added stands before it: write `if` and the condition right behind `discretionary`.',
    text: ([, item, condition]) => ` ${condition}${item}`,
  },
  {
    pattern: new RegExp(
      `(?<=^\\s*(?:human|process|case|decision|task|stage|milestone)(?:\\s+${ID})?(?:\\s*${LABEL})?\\s+)when(?=\\s+${ID})`,
      'du',
    ),
    message: () => 'What an item waits for opens with `enter`: write `enter when`.',
    text: () => 'enter when',
  },
  {
    pattern: new RegExp(`(?<=^\\s*|^\\s*case\\b.*\\s)(input|output)(?:\\s+(${ID}))?(?=\\s|$)`, 'du'),
    message: ([, word, name = 'name']) =>
      `What a case is given and gives back stands behind its name: \`case … with { ${word} ${name} { } }\`.`,
  },
];

function alternative(words: string): string {
  return `Of alternatives each is a criterion of its own. Write ${words} in place of \`or\`.`;
}

function clause(word = ''): string {
  return word.startsWith('ent') ? 'enter' : 'exit';
}

/** The phrases on these lines (from 0), the first of each line, where they are in a case. */
export function casePhrases(model: Model, text: string, lines: ReadonlySet<number>): CasePhrase[] {
  const all = lines.size > 0 ? text.split('\n') : [];
  return [...lines].flatMap((line) => (isInCase(model, line) ? (phraseOf(all[line] ?? '', line) ?? []) : []));
}

function isInCase({ elements }: Model, line: number): boolean {
  return elements.some(({ $type, $cstNode }) => {
    const range = $type === 'Case' ? $cstNode?.range : undefined;
    return range !== undefined && range.start.line <= line && line <= range.end.line;
  });
}

function phraseOf(source: string, line: number): CasePhrase | undefined {
  const bare = withoutTexts(source);
  for (const { pattern, message, text } of phrases) {
    const indices = pattern.exec(bare)?.indices;
    const [from, to] = indices?.[0] ?? [];
    if (!indices || from === undefined || to === undefined) continue;
    const groups = [...indices].map((stretch) => stretch && source.slice(...stretch));
    const range = { start: { line, character: from }, end: { line, character: to } };
    return { range, message: message(groups), ...(text && { text: text(groups) }) };
  }
  return undefined;
}

/** The line, each character of its texts and expressions a `§`, without a comment. */
function withoutTexts(source: string): string {
  return source.replace(/(["'`])(.*?)\1|\/\/.*/gu, (_, quote?: string, inside = '') =>
    quote ? `${quote}${'§'.repeat(inside.length)}${quote}` : '',
  );
}
