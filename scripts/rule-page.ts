/** The page of a rule, and the list of all: Markdown made from the rule and its example. */
import type { PresetName, Rule } from '../src/lint/rule.ts';
import type { ExampleFile, RuleExample } from './rule-examples.ts';

/** What stands at the foot of each page. */
const made = '(Made by `node scripts/generate-rules.ts` from the rule and its fixtures.)';

const firstPreset = { error: 'correctness', warning: 'recommended', info: 'strict' } as const;
const presetsFrom: Readonly<Record<PresetName, string>> = {
  correctness: '`correctness`, `recommended`, `strict`',
  recommended: '`recommended`, `strict`',
  strict: '`strict`',
};

/** The groups of rules, by their folders, in the order of the list. */
export const groupTitles: Readonly<Record<string, string>> = {
  references: 'Documents and references',
  'sequence-flow': 'Sequence flow',
  collaboration: 'Pools, lanes and message flow',
  'start-end': 'Start and end events',
  events: 'Intermediate and boundary events',
  gateways: 'Gateways',
  behaviour: 'All runs',
  activities: 'Activities',
  cases: 'Cases',
  style: 'Naming and size',
  diagram: 'The drawing',
  data: 'Data and operations',
  engines: 'Engines',
};

/** Groups of rules about what nobody sees: their examples are lines, not pictures. */
export const unseenGroups: ReadonlySet<string> = new Set(['references', 'data', 'engines']);

/** A rule and where it is. */
export interface PlacedRule {
  readonly rule: Rule;
  /** From the root of the project. */
  readonly path: string;
  readonly group: string;
}

/** @param hasPicture whether there is one in `docs/rules/pictures` */
export function rulePage({ rule, path, group }: PlacedRule, example: RuleExample, hasPicture: boolean): string {
  const { id, name, statement, why } = rule;
  const picture = `![A model that breaks the rule ${name}, and one that does not](pictures/${name}.svg)`;
  return `${[
    `# ${id} ${name}`,
    `**${statement}** ${why}`,
    ...(hasPicture ? [picture] : []),
    table(factsOf(rule, group)),
    '## Wrong',
    block(example.wrong),
    `What \`procedo lint\` says of it${example.options ? `, with the options \`${JSON.stringify(example.options)}\`` : ''}:`,
    `\`\`\`text\n${example.told}\n\`\`\``,
    '## Right',
    block(example.right),
    ...(rule.options ? ['## Options', optionsOf(rule.options)] : []),
    '## Set it, or leave a finding out',
    settingOf(rule),
    `The rule: [${path}](../../${path}). All rules: [the list](README.md). ${made}`,
  ].join('\n\n')}\n`;
}

function factsOf(rule: Rule, group: string): [string, string][] {
  const { severity, from, clause, references, fix, profiles } = rule;
  const facts: [string, string | undefined][] = [
    ['Severity', severity],
    ['On in', `the presets ${presetsFrom[from ?? firstPreset[severity]]}${profiles ? ', for the engines below' : ''}`],
    ['Engines', profiles && `with ${profiles.map((one) => `\`--profile ${one}\``).join(' or ')}`],
    ['Subject', groupTitles[group]],
    ['Standard', clause],
    ['Elsewhere', references.length > 0 ? references.map(counterpart).join(', ') : undefined],
    [
      'Fix',
      fix && `${fix.title} (${fix.isSafe ? 'safe: `procedo lint --fix`, and on saving' : 'offered in the editor'})`,
    ],
  ];
  return facts.flatMap(([title, value]) => (value ? [[title, value]] : []));
}

/** What another tool calls the rule. */
function counterpart(reference: string): string {
  if (reference === 'REF') return '`REF` of BPMNspector';
  if (reference.startsWith('EXT.')) return `\`${reference}\` of BPMNspector`;
  return `\`${reference.replace('bpmnlint/', '')}\` of bpmnlint`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  return `| | |\n|---|---|\n${rows.map(([title, value]) => `| ${title} | ${value} |`).join('\n')}`;
}

function block({ name, text }: ExampleFile): string {
  return `\`\`\`${name.endsWith('.procedo') ? 'procedo' : 'xml'}\n${text.trimEnd()}\n\`\`\``;
}

function optionsOf(options: Readonly<Record<string, unknown>>): string {
  const rows = Object.entries(options).map(([name, value]) => {
    const shown = JSON.stringify(value);
    return `| \`${name}\` | ${Array.isArray(value) ? 'list' : typeof value} | ${shown.length > 200 ? 'see the rule' : `\`${shown}\``} |`;
  });
  return `| option | type | default |\n|---|---|---|\n${rows.join('\n')}`;
}

/** How to set the rule in a configuration, and how to take one finding away. */
function settingOf({ name, severity, options }: Rule): string {
  const other = severity === 'warning' ? 'error' : 'warning';
  const setting = options ? [other, options] : other;
  return `In [\`procedo.config.json\`](../lint.md#configuration), \`"off"\` for never:

\`\`\`json
{ "rules": { "${name}": ${JSON.stringify(setting)} } }
\`\`\`

For one place, in a comment on the line above, with the reason ([more](../lint.md#suppress-a-finding)):

\`\`\`text
// lint-disable-next-line ${name} -- why this one is well
<!-- lint-disable-next-line ${name}: the same in XML -->
\`\`\``;
}

/** The page that lists all rules, group by group. */
export function ruleList(files: readonly PlacedRule[]): string {
  const groups = Object.entries(groupTitles).map(([group, title]) => ({
    title,
    members: files.filter((file) => file.group === group),
  }));
  const links = groups.map(({ title, members }) => `[${title}](#${anchor(title)}) (${members.length})`);
  const sections = groups.map(({ title, members }) => {
    const rows = members.map(({ rule }) => {
      const { id, name, statement, severity, from, fix } = rule;
      const cells = [
        id,
        `[${name}](${name}.md)`,
        statement,
        severity,
        `${from ?? firstPreset[severity]}${rule.profiles ? ` (${rule.profiles.join(', ')})` : ''}`,
        fix ? (fix.isSafe ? 'safe' : 'offered') : '',
      ];
      return `| ${cells.join(' | ')} |`;
    });
    return `## ${title}\n\n| | rule | what holds | severity | from | fix |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`;
  });
  return `# Rules

${files.length} rules: ${links.join(' · ')}.

Each has a page with an example of what is wrong, what is said of it, and how it looks put right. *from* is the first preset that has the rule: \`correctness\`, \`recommended\` (the default) has those too, and
\`strict\` has all; the engines in brackets are the profiles that it takes as well. A *fix* that is *safe* is made by \`procedo lint --fix\` and on saving, one that is *offered* is in the editor. How to
choose and set rules: [Lint](../lint.md). ${made}

${sections.join('\n')}`;
}

function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z ]/g, '')
    .replaceAll(' ', '-');
}
