/** The pictures of the pages of the rules are what their examples make (the pages themselves are held by `npm run check`). */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ruleExamples } from '../../scripts/rule-examples.ts';
import { unseenGroups } from '../../scripts/rule-page.ts';

const root = join(import.meta.dirname, '../..');
const pictures = join(root, 'docs/rules/pictures');
const groups = new Map(
  globSync('src/lint/rules/*/*.ts', { cwd: root }).map((path) => {
    const [name = '', group = ''] = path.replace('.ts', '').split(/[\\/]/).toReversed();
    return [name, group];
  }),
);

test('every picture of a rule is what its example makes', async () => {
  const isPictured = (name: string) => !unseenGroups.has(groups.get(name) ?? '');
  const examples = await ruleExamples(join(root, 'test/fixtures/lint'), isPictured);
  const stale = [...examples].filter(([name, { picture }]) => {
    const path = join(pictures, `${name}.svg`);
    return picture !== (existsSync(path) ? readFileSync(path, 'utf8') : undefined);
  });
  expect(
    stale.map(([name]) => name),
    'Run `node scripts/generate-rules.ts`.',
  ).toEqual([]);
}, 60_000);
