/** How people write what an item waits for before they know the language. */
import { activityTransitions, fileTransitions, occurrenceTransitions } from '../transitions.ts';
import { type Groups, ID, ITEM, LABEL, type Phrase, VERB } from './phrase.ts';

const PART = `(?!(?:when|if|on|timer|message|signal|error|condition)\\b)${ID}\\s+(?!when\\b|if\\b|and\\b|or\\b|by\\b|enter\\b|exit\\b)${VERB}`;
const PARTS = `${PART}(?:\\s+and\\s+${PART})*`;
const CLAUSE = '\\b(enter|exit)\\b';
/** Behind an item, or where a line begins with it. */
const BEHIND = `(?<=${ITEM}\\s+|^\\s*)`;

export const criterionPhrases = (): readonly Phrase[] => [
  {
    pattern: new RegExp(`(?<=\\b(enter|exit)\\s+when\\s+${ID}\\s+)or(?=\\s+${ID}\\s+(${VERB}))`, 'du'),
    message: ([, word, verb]) => alternative(`\`${spoken(verb)} ${word} when\``),
    text: ([, word, verb]) => `${spoken(verb)} ${word} when`,
  },
  {
    pattern: new RegExp(`(?<=${CLAUSE}.*\\s)(?:or|\\|\\|?)(?=\\s+(?:when\\s+)?${ID}\\s+${VERB})(?:\\s+when)?`, 'du'),
    message: ([, word]) => alternative(`\`${word} when\``),
    text: ([, word]) => `${word} when`,
  },
  {
    pattern: new RegExp(`(?<=${CLAUSE}.*\\s)&&?(?=\\s+${ID}\\s+${VERB})`, 'du'),
    message: () => 'Several that must all happen are joined by `and`.',
    text: () => 'and',
  },
  {
    pattern: new RegExp(`(?<=${CLAUSE}\\s+when\\s+${PARTS}),(?=\\s*${PART})`, 'du'),
    message: ([, word]) => `Write \`and\` in place of \`,\` if all must happen, \`${word} when\` if one is enough.`,
  },
  {
    pattern: new RegExp(`(?<=${CLAUSE}\\s+when\\s+)(${ID})\\s+and\\s+(${ID})\\s+(${VERB})`, 'du'),
    message: ([, , first, second, verb]) =>
      `Each says what it does: write \`${first} ${spoken(verb)} and ${second} ${spoken(verb)}\`.`,
    text: ([, , first, second, verb]) => `${first} ${spoken(verb)} and ${second} ${spoken(verb)}`,
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
    pattern: new RegExp(`${CLAUSE}\\s+when\\s+not\\b`, 'du'),
    message: () =>
      'A criterion waits for what happens. What must not be the case is a condition: `if`, and an expression.',
  },
  {
    pattern: new RegExp(`${CLAUSE}\\s+(?:when|if)\\s*\\(`, 'du'),
    message: ([, word]) =>
      `There are no parentheses here: \`and\` joins what must all happen, each alternative has its own \`${word} when\`.`,
  },
  {
    pattern: new RegExp(`${CLAUSE}\\s+when\\s+(?:all|both|each)\\b`, 'du'),
    message: ([, word]) => `Join what must all happen by \`and\`: \`${word} when check completes and ask completes\`.`,
  },
  {
    pattern: new RegExp(`${CLAUSE}\\s+when\\s+(?:any|either|one)\\b`, 'du'),
    message: ([, word]) => `Each alternative has its own \`${word} when\`.`,
  },
  {
    // `enter on complete of check`, in the order of the XML.
    pattern: new RegExp(`(?:${CLAUSE}\\s+)?\\b(?:when|on|after)\\s+(?:the\\s+)?(${VERB})\\s+of\\s+(${ID})`, 'du'),
    message: ([, word = 'enter', verb, name]) =>
      `An item stands before what it does: write \`${word} when ${name} ${spoken(verb)}\`.`,
    text: ([, word = 'enter', verb, name]) => `${word} when ${name} ${spoken(verb)}`,
  },
  {
    // `repeat when check completes`
    pattern: new RegExp(`\\brepeat(?:s)?\\s+(?:when|after|on)(?=\\s+${PART})`, 'du'),
    message: () => 'What begins it once more is a criterion: write `repeat enter when`.',
    text: () => 'repeat enter when',
  },
  {
    pattern: new RegExp(`\\b(required|manual)\\s+when(?=\\s+${PART})`, 'du'),
    message: ([, word]) => `A rule has a condition: write \`${word} if\`, and the condition in backticks.`,
  },
  {
    pattern: /\b(repeat|required|manual)\s+(?:(?:when|while)\s*)?(?=`)/du,
    message: ([, word]) => `A rule has its condition behind \`if\`: write \`${word} if\`.`,
    text: ([, word]) => `${word} if `,
  },
  {
    pattern: /\b(repeat|required|manual)\s+until(?=\s*`)/du,
    message: ([, word]) => `Write \`${word} if\` and the opposite of this condition.`,
  },
  {
    // The condition before what it belongs to.
    pattern: new RegExp(
      `(?:${CLAUSE}\\s+(if\\s*\`§*\`)\\s*,?\\s*|(?<=${ITEM}\\s+)(if\\s*\`§*\`)\\s*,?\\s*(?:(enter|exit)\\s+)?)(?:when|and)\\s+(${PARTS})`,
      'du',
    ),
    message: () => 'What happens stands before the condition: `enter when check completes if …`.',
    text: ([, first, condition, other, second, parts]) =>
      `${first ?? second ?? 'enter'} when ${parts} ${condition ?? other}`,
  },
  {
    pattern: new RegExp(`(?<=${ITEM}\\s+)if(?=\\s*\`)`, 'du'),
    message: () => 'The condition on which it begins is a criterion: write `enter if`.',
    text: () => 'enter if',
  },
  {
    pattern: /\b(enter|exit)\s+when(?=\s*`)/du,
    message: ([, word]) => `\`when\` goes with what happens, \`if\` with a condition: write \`${word} if\`.`,
    text: ([, word]) => `${word} if`,
  },
  {
    pattern: new RegExp(
      `(?<=${CLAUSE}\\s+when\\s+${PARTS})(?:\\s*,\\s*(?:and\\s+)?(?:if|when)?|\\s+and(?:\\s+(?:if|when))?|\\s+(?:when|where|unless))(?=\\s*\`)`,
      'du',
    ),
    message: () => 'The condition of a criterion stands behind `if`.',
    text: ([match]) => (match?.includes('unless') ? undefined : ' if'),
  },
  {
    pattern: new RegExp(`(?<=${CLAUSE}.*\\s)if\\s+(?!\`)([^\`{}"]*?[<>=][^\`{}"]*?)(?=\\s*(?:\\{|$))`, 'du'),
    message: ([, , condition]) => `A condition stands in backticks: \`if\` and \`${condition}\` between them.`,
    text: ([, , condition]) => `if \`${condition}\``,
  },
  {
    pattern: new RegExp(`\\b(?:when|and)\\s+(${LABEL})(?=\\s+${VERB})`, 'du'),
    message: ([, label]) => `An item goes by its id here: write that of ${label}.`,
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:when|and)\\s+)(${ID})\\s+(?:is|are|has|have|was|gets)\\s+(?:been\\s+)?(${VERB})`,
      'du',
    ),
    message: ([, name, verb]) => `Write \`${name} ${spoken(verb)}\`.`,
    text: ([, name, verb]) => `${name} ${spoken(verb)}`,
  },
  {
    pattern: new RegExp(
      `(?<=\\b(?:when|and)\\s+)([\\p{L}_][\\p{L}\\p{N}_-]*)\\.(${verbs().join('|')})\\b(?!\\s+${VERB})`,
      'du',
    ),
    message: ([, name, verb]) => `An item and what it does are two words: write \`${name} ${verb}\`.`,
    text: ([, name, verb]) => `${name} ${verb}`,
  },
  {
    pattern: new RegExp(`${BEHIND}sentry(?:\\s+(${ID}))?\\s+(when|if|on)\\b`, 'du'),
    message: () => 'A sentry stands where it is used, behind its item: write `enter when`, or `exit when`.',
    text: ([, name = '', joint]) => `enter ${name && `${name} `}${joint === 'if' ? 'if' : 'when'}`,
  },
  {
    pattern: new RegExp(
      `(?:${CLAUSE}\\s+|${BEHIND})(?:starts?\\s+when|begins?\\s+when|waits\\s+for|depends\\s+on|as\\s+soon\\s+as|once|after|upon|on|requires?|needs)(?=\\s+${PART})`,
      'du',
    ),
    message: ([, word = 'enter']) => `What an item waits for, or is left by, is a criterion: write \`${word} when\`.`,
    text: ([, word = 'enter']) => `${word} when`,
  },
  {
    pattern: new RegExp(
      `(?:${CLAUSE}\\s+|(?<=${ITEM}\\s+))(?:waits\\s+for|depends\\s+on|once|after|upon|requires?|needs)\\s+(${ID})(?=\\s*(?:\\{|$))`,
      'du',
    ),
    message: ([, word = 'enter', name]) => `Say what must happen: write \`${word} when ${name} completes\`.`,
  },
  {
    pattern: new RegExp(`${CLAUSE}\\s+(?=${PART}\\s*(?:\\{|$|and\\b|if\\b))`, 'du'),
    message: ([, word]) => `Write \`${word} when\`.`,
    text: ([, word]) => `${word} when `,
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
    pattern: /(?<=^\s*)(?:enter|exit)(?=\s+(?:when|if)\b)/du,
    message: () =>
      'A criterion stands behind its item and before the block of it: `stage check "Check" exit when stop occurs { … }`. Move it there.',
    only: 'syntax',
  },
];

function alternative(words: string): string {
  return `Of alternatives each is a criterion of its own. Write ${words} in place of \`or\`.`;
}

function clause(word = ''): string {
  return word.startsWith('ent') ? 'enter' : 'exit';
}

function verbs(): string[] {
  return [...activityTransitions, ...occurrenceTransitions, ...fileTransitions].map(({ verb }) => verb);
}

/** `complete`, `completed` and `completion` as the verb that the language has; another word as it is. */
function spoken(word = ''): Groups[number] {
  const stem = word.replace(/(?:ion|ed|e|rence|s|d)$/u, '');
  return (
    verbs().find((verb) => verb === word) ?? verbs().find((verb) => stem.length > 2 && verb.startsWith(stem)) ?? word
  );
}
