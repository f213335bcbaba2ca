/**
 * Writes the index of the lint rules, `src/lint/generated/all-rules.ts`, what they look for, `types-by-rule.ts` there, a page for each in `docs/rules/` with its picture, and the schema
 * of `procedo.config.json`, from the rule files and their fixtures: `node scripts/generate-rules.ts`. With `--check` it writes nothing and
 * fails where a file is not what it would write; the pictures, which take longer to draw, are held by `test/scripts/rule-examples.test.ts`.
 */
import {
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import type { Rule } from '../src/lint/rule.ts';
import { typesOf } from '../src/lint/types-asked-for.ts';
import { cmmnJsInNode } from './cmmn-js-in-node.mjs';
import { configurationSchema } from './configuration-schema.ts';
import type { RuleExample } from './rule-examples.ts';
import { type PlacedRule, ruleList, rulePage, unseenGroups } from './rule-page.ts';

const root = join(import.meta.dirname, '..');
const command = 'node scripts/generate-rules.ts';
const indexPath = 'src/lint/generated/all-rules.ts';
const typesPath = 'src/lint/generated/types-by-rule.ts';
const schemaPath = 'schemas/procedo.config.schema.json';
const pages = 'docs/rules';
const pictures = 'docs/rules/pictures';
const fixtures = 'test/fixtures/lint';

interface RuleFile extends PlacedRule {
  readonly exported: string;
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

/** What each rule without options looks for; those that ask for more than elements by their types are left out. */
function typesByRule(files: readonly RuleFile[]): string {
  const listed = files.flatMap(({ rule }) => {
    const types = rule.options ? undefined : typesOf({ rule, options: {}, profile: undefined });
    return types ? [`  '${rule.id}': [${types.map((type) => `'${type}'`).join(', ')}],`] : [];
  });
  return [
    `/** The types that rules look for, by the ids of the rules. Made by \`${command}\`. Do not edit. */`,
    "import type { TypeMap } from '../../model/index.ts';",
    '',
    'export const typesByRule: Readonly<Record<string, readonly (keyof TypeMap)[]>> = {',
    ...listed,
    '};',
    '',
  ].join('\n');
}

function isStale(path: string, content: string): boolean {
  return !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== content;
}

/** Draws nothing: bpmn-js does not load in Node as it stands. */
async function examplesWithoutPictures(): Promise<ReadonlyMap<string, RuleExample>> {
  const { ruleExamples } = await import('./rule-examples.ts');
  return ruleExamples(join(root, fixtures), () => false);
}

async function drawnExamples(isPictured: (name: string) => boolean): Promise<ReadonlyMap<string, RuleExample>> {
  const scratch = mkdtempSync(join(tmpdir(), 'procedo-rules-'));
  const outfile = join(scratch, 'rule-examples.cjs');
  const entryPoints = [join(root, 'scripts/rule-examples.ts')];
  const plugins = [cmmnJsInNode];
  try {
    await build({ entryPoints, bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error', plugins });
    return await createRequire(import.meta.url)(outfile).ruleExamples(join(root, fixtures), isPictured);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const files = await ruleFiles();
const isCheck = process.argv.includes('--check');
const made = new Map([
  [indexPath, indexOf(files)],
  [typesPath, typesByRule(files)],
]);
if (!process.argv.includes('--index')) {
  const unseen = new Set(files.filter(({ group }) => unseenGroups.has(group)).map(({ rule }) => rule.name));
  const examples = isCheck ? await examplesWithoutPictures() : await drawnExamples((name) => !unseen.has(name));
  for (const file of files) {
    const { name } = file.rule;
    const example = examples.get(name);
    if (!example) throw new Error(`${name} is not in the index. Run \`${command} --index\`.`);
    const picture = `${pictures}/${name}.svg`;
    if (example.picture) made.set(picture, example.picture);
    made.set(
      `${pages}/${name}.md`,
      rulePage(file, example, isCheck ? existsSync(join(root, picture)) : made.has(picture)),
    );
  }
  made.set(`${pages}/README.md`, ruleList(files));
  const rules = files.map(({ rule }) => rule);
  made.set(schemaPath, configurationSchema(rules, command));
}
const stale = [...made].filter(([path, content]) => isStale(path, content));
const folders = process.argv.includes('--index') ? [] : isCheck ? [pages] : [pages, pictures];
const there = folders.flatMap((folder) =>
  existsSync(join(root, folder)) ? readdirSync(join(root, folder)).map((name) => `${folder}/${name}`) : [],
);
const gone = there.filter((path) => path !== pictures && !made.has(path));
if (isCheck) {
  for (const path of [...stale.map(([path]) => path), ...gone])
    console.error(`${path} is not what the rules make. Run \`${command}\`.`);
  process.exitCode = stale.length + gone.length > 0 ? 1 : 0;
} else {
  for (const path of [pages, pictures, 'schemas']) mkdirSync(join(root, path), { recursive: true });
  for (const [path, content] of stale) writeFileSync(join(root, path), content);
  for (const path of gone) rmSync(join(root, path));
}
