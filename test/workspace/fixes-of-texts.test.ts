/** A fix says the same on a text as on the model that the text means. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasErrors } from '../../src/base/problem.ts';
import { withEdits } from '../../src/base/text-edit.ts';
import { diffModels } from '../../src/diff/index.ts';
import { applyChanges, rules } from '../../src/lint/index.ts';
import { fixesFor } from '../../src/workspace/fixes.ts';
import { noFiles, SourceReader } from '../../src/workspace/index.ts';
import { lintDocument } from '../../src/workspace/lint-document.ts';

const root = join(import.meta.dirname, '../..');
const texts = globSync(
  [
    'examples/*.procedo',
    'test/fixtures/{lint,mapping,miwg,import,pins}/**/*.procedo',
    'test/fixtures/language/samples/*',
  ],
  { cwd: root },
).sort();
const active = rules
  .filter(({ fix }) => fix)
  .map((rule) => ({ rule, severity: rule.severity, options: rule.options ?? {} }));
/** Some rules tell of runs. */
const maxStates = 1000;
const reader = new SourceReader(noFiles);
const read = (text: string) => reader.open('text.procedo', new TextEncoder().encode(text));

/** Changes are made in the model itself, so each fix has its own. */
async function fixOf(text: string, index: number) {
  const document = await read(text);
  const finding = lintDocument(document, active, { maxStates })[index];
  return { document, finding, fixes: finding ? fixesFor(document, [finding]) : [] };
}

/** What no line of a text stands for has an id that follows from what is around it. */
const ONLY_IDS = /^The file is written differently: the ids? of (?:one|\d+) parts?\.$/;

test.each(texts)('%s', async (path) => {
  const text = readFileSync(join(root, path), 'utf8');
  const { length } = lintDocument(await read(text), active, { maxStates });
  for (let index = 0; index < length; index++) {
    const { document, finding, fixes } = await fixOf(text, index);
    const [fix] = fixes;
    const { definitions } = document;
    if (!fix || !definitions || !finding?.fix) continue;
    const mended = withEdits(text, fix.edits);
    const after = await read(mended);
    expect(hasErrors(after.problems), mended).toBe(false);
    expect(lintDocument(after, active, { maxStates }).map(({ message }) => message)).not.toContain(finding.message);
    applyChanges(definitions, finding.fix.changes);
    const changes = after.definitions ? diffModels(definitions, after.definitions) : [];
    // Ids follow from the text.
    expect(
      changes.filter(({ kind, sentence }) => kind !== 'id' && !ONLY_IDS.test(sentence)).map(({ sentence }) => sentence),
      mended,
    ).toEqual([]);
  }
});
