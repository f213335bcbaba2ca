/** Holds the source against the rules of .dependency-cruiser.mjs: who may import whom. */
import { join } from 'node:path';
import { cruise, type ICruiseResult, type IForbiddenRuleType, type IViolation } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const root = join(import.meta.dirname, '..');
const { default: configuration } = await import(join(root, '.dependency-cruiser.mjs'));
const rules: IForbiddenRuleType[] = configuration.forbidden;

/** What was looked at, and what is wrong. */
interface Checked {
  /** How many modules of ours were seen. */
  readonly modules: number;
  /** Who imports whom against which rule, and what to do instead. */
  readonly breaches: readonly string[];
}

/** Holds src and webview below `folder` against the rules. */
export async function checkImports(folder = root): Promise<Checked> {
  const { output } = await cruise(
    ['src', 'webview'],
    { ...configuration.options, baseDir: folder, validate: true, ruleSet: { forbidden: rules } },
    undefined,
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
  );
  const { modules, summary } = output as ICruiseResult;
  const ours = modules.filter(({ source }) => /^(src|webview)\/.*\.ts$/.test(source));
  return { modules: ours.length, breaches: summary.violations.map(explain) };
}

function explain({ from, to, rule, cycle }: IViolation): string {
  const comment = rules.find(({ name }) => name === rule.name)?.comment;
  const path = cycle ? cycle.map(({ name }) => name).join(' → ') : to;
  return `${from} → ${path}\n  ${rule.name}: ${comment}`;
}

if (import.meta.main) {
  const { modules, breaches } = await checkImports();
  for (const breach of breaches) console.error(breach);
  // With a TypeScript that it does not know dependency-cruiser only warns, and sees no file at all.
  if (modules === 0)
    console.error('No TypeScript file was seen: dependency-cruiser and typescript do not go together.');
  console.log(`${modules} modules, ${breaches.length} breaches`);
  process.exitCode = breaches.length > 0 || modules === 0 ? 1 : 0;
}
