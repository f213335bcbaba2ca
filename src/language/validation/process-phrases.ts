/** What people write in a process who know cases: there it is said in another way. */
import { newcomerPhrases } from './newcomer-phrases.ts';
import { ID, LABEL, type Phrase } from './phrase.ts';

const STEP = `^\\s*(?:in\\s+${ID}\\s+)?(?:task|user|service|send|receive|script|rule|manual|call|subprocess)(?:\\s+${ID})?(?:\\s*${LABEL})?`;

export const processPhrases = (): readonly Phrase[] => [
  {
    pattern: new RegExp(`(?<=^.*\\s|^)(?:enter|exit|sentry)(?:\\s+${ID})?(?:\\s*${LABEL})?\\s+(?:when|if)\\b.*`, 'du'),
    message: () =>
      'Criteria are for cases. In a process a step begins when the one before it is done: put it behind that one, or lead there by `->`.',
  },
  {
    pattern: /(?<=^\s*)(?:sentry|criterion)\b/du,
    message: () => 'Sentries are for cases. What a step waits for here is what leads to it.',
  },
  {
    pattern: new RegExp(`(?<=${STEP}\\s+)required\\b`, 'du'),
    message: () => 'Rules are for cases. In a process all is done that a flow leads to. Remove `required`.',
    text: () => '',
  },
  {
    pattern: new RegExp(`(?<=${STEP}\\s+)repeat(?=\\s+(?:if|while|when)\\s*\`)\\s+(?:if|while|when)`, 'du'),
    message: () => 'A step that is done again and again has a loop: write `loop while`.',
    text: () => 'loop while',
  },
  {
    pattern: new RegExp(`(?<=${STEP}\\s+)repeat\\b`, 'du'),
    message: () => 'A step that is done again and again has a loop: write `loop while` and the condition.',
  },
  {
    pattern: new RegExp(`(?<=${STEP}\\s+)by\\s+(${ID})`, 'du'),
    message: ([, role]) => `Who does a step is the lane that it is in: write \`in ${role}\` before it.`,
  },
  {
    pattern: /(?<=^\s*)discretionary\b/du,
    message: () => 'What people may do or not stands in an `adhoc` block. (Or make this a `case`.)',
  },
  {
    pattern: /(?<=^\s*)fragment\b/du,
    message: () => 'What belongs together stands in a `subprocess`; what people choose from, in an `adhoc` block.',
  },
  {
    pattern: /(?<=^\s*)milestone\b/du,
    message: () => 'That something is reached is an event: write `throw`, and its label.',
    text: () => 'throw',
  },
  {
    pattern: /(?<=\b(?:on|or|and)\s+)timer(?=\s*(`[^`]*`))/du,
    message: ([, time]) => `Write \`${modeOf(time)}\` before the time: \`timer ${modeOf(time)}\`.`,
    text: ([, time]) => `timer ${modeOf(time)}`,
  },
  {
    pattern: new RegExp(
      `(?<=^\\s*)(message|error|signal|escalation|timer)(?=(?:\\s+(?:after|at|every)\\b)?(?:\\s+${ID})?(?:\\s*\`[^\`]*\`)?(?:\\s+non-interrupting)?(?:\\s+as\\s+${ID})?(?:\\s*${LABEL})?\\s*(?:->|\\{))`,
      'du',
    ),
    message: ([, word]) => `What is waited for follows \`on\`: write \`on ${word}\`.`,
    text: ([, word]) => `on ${word}`,
  },
  {
    pattern: new RegExp(`(?<=^\\s*)timer(?=\\s+${ID}|\\s*${LABEL})`, 'du'),
    message: () =>
      'A process waits for a time by an event: `catch` and a label, then `on timer after`, `at` or `every` and the time.',
  },
  {
    pattern: new RegExp(`(?<=^\\s*)(?:user\\s+)?event(?=(?:\\s+(?!subprocess)${ID}|\\s*${LABEL})[^{]*$)`, 'du'),
    message: () => 'An event of a process is `start`, `catch`, `throw` or `end`.',
  },
  {
    pattern: new RegExp(`(?<=^\\s*)(process|case)(?=(?:\\s+${ID})?(?:\\s*${LABEL})?\\s+runs\\b)`, 'du'),
    message: () => 'A process runs another, or a case, by `call`.',
    text: () => 'call',
  },
  {
    pattern: new RegExp(`(?<=^\\s*)decision(?=\\s+${ID}|\\s*${LABEL})`, 'du'),
    message: () => 'The step that decides is a `rule`; a decision to run by several stands at the top of the file.',
    text: () => 'rule',
  },
  ...newcomerPhrases(),
];

/** How a time is said: how long, when, or how often. */
function modeOf(time = ''): string {
  return time.startsWith('`R') ? 'every' : /^`\d{4}-/.test(time) ? 'at' : 'after';
}
