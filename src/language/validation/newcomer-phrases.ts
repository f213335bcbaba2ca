/**
 * What people write in a process who know BPMN by its names, or another language of texts: a `task` behind its kind, an `if` with a block, arrows, conditions and times without
 * backticks.
 */
import { idFromLabel } from '../derived-id.ts';
import { ID, LABEL, type Phrase, wordPhrase } from './phrase.ts';

/** Where a statement may begin. */
const HEAD = `(?<=(?:^|[{}])\\s*(?:in\\s+${ID}\\s+)?)`;
/** What a kind is said of. */
const NAMED = `(?=\\s+${ID}|\\s*${LABEL}|\\s*$)`;

export const newcomerPhrases = (): readonly Phrase[] => [
  ...bpmnNames(),
  ...blocks(),
  ...arrows(),
  ...times(),
  ...handlers(),
];

/** Steps by the whole of their names in the standard. */
function bpmnNames(): readonly Phrase[] {
  return [
    {
      pattern: new RegExp(
        `${HEAD}(user|service|send|receive|script|manual|(?:business\\s+)?rule)\\s+task${NAMED}`,
        'du',
      ),
      message: ([, kind]) => `\`${kindOf(kind)}\` is a task by that word: leave \`task\` out.`,
      text: ([, kind]) => kindOf(kind),
      isRead: true,
    },
    {
      pattern: new RegExp(`${HEAD}(start|end|catch|throw)\\s+event(?!\\s+subprocess\\b)${NAMED}`, 'du'),
      message: ([, kind]) => `\`${kind}\` is an event by that word: leave \`event\` out.`,
      text: ([, kind]) => kind,
    },
    {
      pattern: new RegExp(
        `${HEAD}(exclusive|xor|inclusive|or|parallel|and|event-based|complex)\\s+(?:gateway|split)(?=\\s|\\{|$)`,
        'du',
      ),
      message: ([, kind = '']) => `Write \`${GATEWAYS[kind] ?? kind}\`.`,
      text: ([, kind = '']) => GATEWAYS[kind] ?? kind,
    },
    wordPhrase(`${HEAD}sub(?:-|\\s+)process(?=\\s|\\{|$)`, 'subprocess'),
    wordPhrase(`${HEAD}call\\s+activity${NAMED}`, 'call'),
  ];
}

function kindOf(kind: string | undefined): string {
  return kind?.endsWith('rule') ? 'rule' : (kind ?? '');
}

const GATEWAYS: Readonly<Record<string, string>> = {
  exclusive: 'xor',
  inclusive: 'or',
  and: 'parallel',
  'event-based': 'race',
};

/** Choices, and the conditions in them. */
function blocks(): readonly Phrase[] {
  return [
    {
      pattern: /(?<=^\s*)if\b.*/du,
      message: () =>
        'A choice is a gateway: write `xor "Fine?" { … }`, and in its block a `when` with label and condition for each way, and `otherwise`.',
    },
    {
      pattern: /(?<=^\s*)(?:while|for|loop)\b.*\{\s*$/du,
      message: () =>
        'What is done again stands in a loop of a step, such as `subprocess … loop while`; or lead back to its first step by `->` with `if`.',
    },
    wordPhrase(`(?<=^\\s*)case(?=\\s*${LABEL}(?:\\s*\`§*\`)?\\s*(?:\\{|->|$))`, 'when'),
    wordPhrase(`(?<=^\\s*)(?:default|else)(?=(?:\\s*${LABEL})?\\s*(?:\\{|->|$))`, 'otherwise'),
    ...conditions(`\\bwhen(?:\\s*${LABEL})?|\\bif|\\bwhile|\\buntil`),
  ];
}

/** Conditions without backticks, behind one of these words; behind `if` and what is like it nothing else can stand. */
export function conditions(words: string): readonly Phrase[] {
  const part = '(?:(?![-~]>)[^"\'`{}@§])';
  const behind = (before: string, condition: string): Phrase => ({
    pattern: new RegExp(`(${before})\\s*${condition}(?=\\s*(?:\\{|->|$))`, 'du'),
    message: ([, , bare]) => `A condition stands in backticks: \`\` \`${bare}\` \`\`.`,
    text: ([, word, bare]) => `${word} \`${bare}\``,
  });
  const due = '\\bif|\\bwhile|\\buntil';
  return [
    behind(words, `(?<=\\s)(${part}+?(?:[<>]=?|!?=)${part}+?)`),
    behind(due, `(?<=\\s)(?!as\\b|with\\b)(not\\s*\\([^)]*\\)|${ID}(?:\\s+(?:and|or)\\s+${ID})*)`),
    behind(due, '"(§+)"'),
  ];
}

/** Ways that are drawn as arrows. */
function arrows(): readonly Phrase[] {
  return [
    {
      pattern: /->\s*"(§+)"(?=\s*$)/du,
      message: ([, label = '']) => `\`->\` leads to a step by its id: \`-> ${idFromLabel(label) ?? 'step'}\`.`,
      text: ([, label = '']) => (idFromLabel(label) === undefined ? undefined : `-> ${idFromLabel(label)}`),
    },
    {
      pattern: new RegExp(`(?<=^\\s*)${ID}\\s*(?:[[({].*?[\\])}]\\s*)?(?:--+>|==+>|=>|→)\\s*.*`, 'du'),
      message: () =>
        'A step leads to the next line by itself: write each step once, in a line of its own. What leads elsewhere is `-> step` below a step.',
    },
    wordPhrase(`(?:--+>|==+>|=>|→)(?=\\s*${ID})`, '->'),
    wordPhrase(`(?<=^\\s*)(?:go\\s?to|jump(?:\\s+to)?)(?=\\s+${ID}\\s*$)`, '->'),
  ];
}

const UNITS = 'minute|min|hour|h|day|d|week|month|year';

/** Times without backticks, or in the words of a person: of processes and of cases. */
export function times(): readonly Phrase[] {
  const timer = `(\\btimer(?:\\s+${ID})?(?:\\s*${LABEL})?\\s+(?:after|at|every))`;
  const bare = `[PR]\\d*[\\dA-Z./]*|\\d{4}-[-\\d:TZ+]+|\\d+\\s*(?:${UNITS})s?`;
  return [
    {
      pattern: new RegExp(`${timer}\\s*(?:"(§+)"|(?<=\\s)(${bare}))(?=\\s|\\{|$)`, 'du'),
      message: ([, , quoted = '', time = quoted]) =>
        `A time stands in backticks, as ISO 8601 writes it: \`\` \`${isoOf(time) ?? 'P2D'}\` \`\`.`,
      text: ([, word, quoted = '', time = quoted]) => isoOf(time) && `${word} \`${isoOf(time)}\``,
    },
  ];
}

/** What was meant, as ISO 8601 has it, where that is certain. */
function isoOf(time: string): string | undefined {
  if (/^(?:[PR]\d*[\dA-Z./]*|\d{4}-[-\d:TZ+]+)$/.test(time)) return time;
  const [, count, unit = ''] = new RegExp(`^(\\d+)\\s*(${UNITS})s?$`).exec(time.trim()) ?? [];
  const [letter = ''] = unit.toUpperCase();
  return count && `P${/^(?:min|h)/.test(unit) ? 'T' : ''}${count}${letter}`;
}

/** What happens while a step runs, by other names. */
function handlers(): readonly Phrase[] {
  return [
    wordPhrase('(?<=^\\s*)on\\s+(?:timeout|delay|after)(?=\\s*`)', 'on timer after'),
    wordPhrase('(?<=^\\s*)on\\s+(?:failure|exception|fault)\\b', 'on error'),
  ];
}
