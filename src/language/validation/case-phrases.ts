/** How people write the items of a case, and what stands behind them, before they know the language. */
import { ID, ITEM, LABEL, type Phrase, wordPhrase } from './phrase.ts';

/** Behind a plan item, or behind the name of the case. */
const BEHIND = `(?<=(?:${ITEM}|^\\s*case\\b).*\\s)`;
const CLAUSES = 'Required|Repeat|Manual|Enter|Exit|Autocomplete|Runs|Reads|Writes|By|From|Non-blocking';
const TIMER = `(?<=^\\s*)(timer(?:\\s+${ID})?(?:\\s*${LABEL})?\\s*)`;

export const casePhrases = (): readonly Phrase[] => [
  {
    pattern: new RegExp(`(?<=\\bfile\\s+(?:${ID}\\s*)?)(${LABEL})\\s*(\\[[^\\]]*\\])`, 'du'),
    message: ([, , count]) => `How many there are stands behind the name: write \`${count}\` before the label.`,
    text: ([, label, count]) => `${count} ${label}`,
  },
  {
    pattern: /(?<=\bdiscretionary)(\s(?:(?!\b(?:enter|exit|required|repeat|manual)\b)[^`])*?)\s(if\s+`§*`)/du,
    message: () => 'When it may be added stands before it: write `if` and the condition right behind `discretionary`.',
    text: ([, item, condition]) => ` ${condition}${item}`,
  },
  {
    pattern: /(?<=^\s*)((?:human|process|case|decision|task|stage)\b[^{]*?)\s+(?:optional|discretionary)(?=\s*$)/du,
    message: () => 'What people may add has `discretionary` before it.',
    text: ([, item]) => `discretionary ${item}`,
  },
  {
    pattern: new RegExp(`(?<=^\\s*|^\\s*case\\b[^{]*\\s)(input|output)(?:\\s+(${ID}))?(?=\\s|$)`, 'du'),
    message: ([, word, name = 'name']) =>
      `What a case is given and gives back stands behind its name: \`case … with { ${word} ${name} { } }\`.`,
  },
  wordPhrase(`${BEHIND}(?:auto-complete|auto\\s+complete|autoComplete|AutoComplete|auto)(?=\\s|\\{|$)`, 'autocomplete'),
  wordPhrase(
    `${BEHIND}(?:manual(?:ly)?\\s+(?:activation|activated|started)|manual-?[aA]ctivation)(?=\\s|\\{|$)`,
    'manual',
  ),
  {
    pattern: new RegExp(`${BEHIND}(?:${CLAUSES})(?=\\s|\\{|$)`, 'du'),
    message: ([word = '']) => `Words of the language are small: write \`${word.toLowerCase()}\`.`,
    text: ([word = '']) => word.toLowerCase(),
  },
  {
    pattern: new RegExp(`(?<=${ITEM})\\s+blocking(?=\\s|\\{|$)`, 'du'),
    message: () => 'A task waits for its work unless it says `non-blocking`. Remove `blocking`.',
    text: () => '',
  },
  {
    pattern: new RegExp(
      `(?<=^\\s*(?:discretionary\\s+)?(?:human|user\\s+event)(?:\\s+${ID})?(?:\\s*${LABEL})?\\s+)(?:role|for|performer|performed\\s+by|assigned\\s+to|assignee|actor)(?=\\s+${ID})`,
      'du',
    ),
    message: () => 'Who does it stands behind `by`.',
    text: () => 'by',
  },
  {
    pattern: new RegExp(
      `(?<=^\\s*(?:discretionary\\s+)?)(human|process|case|decision)\\s+task(?=\\s+${ID}(?:\\s|$)|\\s+${LABEL})`,
      'du',
    ),
    message: ([, kind]) => `A \`${kind}\` is a task by that word: leave \`task\` out.`,
    text: ([, kind]) => kind,
    isRead: true,
  },
  {
    pattern: new RegExp(
      `(?<=^\\s*)(?:(timer|event)\\s+(?:event\\s+listener|event|listener)|(user)\\s+(?:event\\s+)?listener)(?=\\s+${ID}|\\s+${LABEL})`,
      'du',
    ),
    message: ([, kind, user]) => `Write \`${listener(kind ?? user)}\`.`,
    text: ([, kind, user]) => listener(kind ?? user),
    isRead: true,
  },
  {
    pattern: new RegExp(
      `${TIMER}(?:(?:in|on|when|delay|wait|duration|date|cycle|timeout)\\s*)?\`(§*)\`(?=\\s|$)`,
      'du',
    ),
    message: ([, , time = '']) =>
      `Say what the time means: write ${leads(time) ? `\`${leads(time)}\`` : '`after` (a duration), `at` (a date) or `every` (a repetition)'} before it.`,
    text: ([, timer, time = '']) => leads(time) && `${timer?.trimEnd()} ${leads(time)} \`${time}\``,
  },
  {
    pattern: /(?<=^\s*)on\s+(?:timer|message|signal|error|escalation|condition)\b/du,
    message: () =>
      'Cases have listeners: write `timer late "Late" after …` or `event paid "Paid"`, and `enter when late occurs` behind what then begins.',
  },
  wordPhrase('(?<=^\\s*)(?:case\\s*)?file\\s+item(?=\\s+[\\p{L}"])', 'file'),
  wordPhrase('(?<=^\\s*)case\\s*role(?=\\s+[\\p{L}"])', 'role'),
  {
    pattern: /(?<=^\s*)case\s*file(?:\s*model)?\s*\{/du,
    message: () => 'Case file items stand in the case itself: write `file` lines, without a block around them.',
  },
  {
    pattern: /(?<=^\s*)planning\s*table\b/du,
    message: () =>
      'A planning table is made by what stands in it: write `discretionary` before each item, without a block around them.',
  },
  {
    pattern: /(?<=^\s*)(?:sentry|criterion)\b/du,
    message: () => 'A sentry stands where it is used, behind its item: `human check "Check" enter when ask completes`.',
  },
];

function listener(kind = ''): string {
  return kind === 'user' ? 'user event' : kind;
}

/** The word before a time in the form of ISO 8601. */
function leads(time: string): 'after' | 'at' | 'every' | undefined {
  if (/^R\d*\//u.test(time)) return 'every';
  if (/^P[\dT]/u.test(time)) return 'after';
  return /^\d{4}-/u.test(time) ? 'at' : undefined;
}
