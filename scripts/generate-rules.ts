/**
 * Writes the index of the lint rules, `src/lint/generated/all-rules.ts`, a page for each in `docs/rules/`, and the schema of
 * `procedo.config.json`, from the rule files:
 * `node scripts/generate-rules.ts`. With `--check` it writes nothing and fails where a file is not what it would write.
 */
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Rule } from '../src/lint/rule.ts';
import { configurationSchema } from './configuration-schema.ts';

const root = join(import.meta.dirname, '..');
const command = 'node scripts/generate-rules.ts';
const indexPath = 'src/lint/generated/all-rules.ts';
const schemaPath = 'schemas/procedo.config.schema.json';
const pages = 'docs/rules';
const fixtures = 'test/fixtures/lint';

interface RuleFile {
  readonly path: string;
  readonly group: string;
  readonly exported: string;
  readonly rule: Rule;
}

async function ruleFiles(): Promise<RuleFile[]> {
  const paths = globSync('src/lint/rules/*/*.ts', { cwd: root }).map((path) => path.replaceAll('\\', '/'));
  const files = await Promise.all(
    paths.map(async (path) => {
      const module: Record<string, Rule> = await import(join(root, path));
      const [exported, rule] = Object.entries(module)[0] ?? [];
      if (!exported || rule?.name !== basename(path, '.ts'))
        throw new Error(`${path} must export the rule of its name.`);
      return { path, group: path.split('/').at(-2) ?? '', exported, rule };
    }),
  );
  return files.sort((a, b) => (a.rule.id < b.rule.id ? -1 : 1));
}

function indexOf(files: readonly RuleFile[]): string {
  const byPath = files.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const imports = byPath.map(
    ({ path, exported }) => `import { ${exported} } from '../${path.slice('src/lint/'.length)}';`,
  );
  const listed = files.map(({ exported }) => `  ${exported},`);
  return [
    `/** All rules, by their ids. Made by \`${command}\`. Do not edit. */`,
    "import type { Rule } from '../rule.ts';",
    ...imports,
    '',
    'export const rules: readonly Rule[] = [',
    ...listed,
    '];',
    '',
  ].join('\n');
}

const presets = {
  correctness: '`correctness`, `recommended`, `strict`',
  recommended: '`recommended`, `strict`',
  strict: '`strict`',
};
const firstPreset = { error: 'correctness', warning: 'recommended', info: 'strict' } as const;

function pageOf({ rule, path }: RuleFile): string {
  const { id, name, statement, why, severity, from, clause, references, options, fix, profiles } = rule;
  const expected = readFileSync(join(root, fixtures, name, 'invalid.findings.txt'), 'utf8').trim();
  const ending = existsSync(join(root, fixtures, name, 'invalid.cmmn')) ? 'cmmn' : 'bpmn';
  const optionsPath = join(root, fixtures, name, 'options.json');
  const set = existsSync(optionsPath) ? `, with the options \`${readFileSync(optionsPath, 'utf8').trim()}\`` : '';
  const facts = [
    ['Severity', severity],
    ['Presets', presets[from ?? firstPreset[severity]]],
    ['Engines', profiles && `on with the profile of ${profiles.map((one) => `\`${one}\``).join(', ')}`],
    ['Standard', clause],
    ['The same elsewhere', references.map((one) => `\`${one}\``).join(', ')],
    ['Options', options && `\`${JSON.stringify(options)}\` (the defaults)`],
    [
      'Fix',
      fix && `${fix.title} (${fix.isSafe ? 'safe: `procedo lint --fix`, and on saving' : 'offered in the editor'})`,
    ],
  ].flatMap(([title, value]) => (value ? [`| ${title} | ${value} |`] : []));
  return `# ${id} ${name}

${statement}

${why}

| | |
|---|---|
${facts.join('\n')}

What it says of [an example](../../${fixtures}/${name}/invalid.${ending}) (of [this one](../../${fixtures}/${name}/valid.${ending}) it says nothing)${set}:

\`\`\`
${expected}
\`\`\`

The rule: [${path}](../../${path}). How to set it: [Lint](../lint.md). (Made by \`${command}\`.)
`;
}

const titles: Readonly<Record<string, string>> = {
  references: 'Documents and references',
  'sequence-flow': 'Sequence flow',
  collaboration: 'Pools, lanes and message flow',
  'start-end': 'Start and end events',
  events: 'Intermediate and boundary events',
  gateways: 'Gateways',
  activities: 'Activities',
  style: 'Naming and size',
  diagram: 'The drawing',
  data: 'Data and operations',
  behaviour: 'All runs',
  engines: 'Engines',
  cases: 'Cases',
};

function listOf(files: readonly RuleFile[]): string {
  const sections = Object.entries(titles).flatMap(([group, title]) => {
    const rows = files
      .filter((file) => file.group === group)
      .map(({ rule }) => `| ${rule.id} | [${rule.name}](${rule.name}.md) | ${rule.statement} | ${rule.severity} |`);
    return rows.length > 0
      ? [`## ${title}\n\n| | rule | what holds | severity |\n|---|---|---|---|\n${rows.join('\n')}\n`]
      : [];
  });
  return `# Rules\n\n${files.length} rules. How to choose and set them: [Lint](../lint.md). (Made by \`${command}\`.)\n\n${sections.join('\n')}`;
}

function isStale(path: string, content: string): boolean {
  return !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== content;
}

const files = await ruleFiles();
const made = new Map([[indexPath, indexOf(files)]]);
if (!process.argv.includes('--index')) {
  for (const file of files) made.set(`${pages}/${file.rule.name}.md`, pageOf(file));
  made.set(`${pages}/README.md`, listOf(files));
  const rules = files.map(({ rule }) => rule);
  made.set(schemaPath, configurationSchema(rules, command));
}
const stale = [...made].filter(([path, content]) => isStale(path, content));
const there = existsSync(join(root, pages)) ? readdirSync(join(root, pages)).map((name) => `${pages}/${name}`) : [];
const gone = made.size > 1 ? there.filter((path) => !made.has(path)) : [];
if (process.argv.includes('--check')) {
  for (const path of [...stale.map(([path]) => path), ...gone])
    console.error(`${path} is not what the rules make. Run \`${command}\`.`);
  process.exitCode = stale.length + gone.length > 0 ? 1 : 0;
} else {
  for (const path of [pages, 'schemas']) mkdirSync(join(root, path), { recursive: true });
  for (const [path, content] of stale) writeFileSync(join(root, path), content);
  for (const path of gone) rmSync(join(root, path));
}
