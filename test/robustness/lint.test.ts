import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noFiles, open } from '../../src/workspace/index.ts';
import { lintDocument, rules } from '../../src/workspace/lint-document.ts';
import { rowsOrOne, shared } from '../shared.ts';

const corpus = shared('corpus');
const folders = ['bpmn', 'cmmn', 'broken'];
const active = rules.map((rule) => ({ rule, severity: rule.severity, options: rule.options ?? {} }));

/** All rules over a file, and proofs; undefined if it holds no model. */
async function lintAll(bytes: Uint8Array): Promise<number | undefined> {
  const document = await open('model.bpmn', bytes, noFiles);
  return document.definitions && lintDocument(document, active, { maxStates: 100 }).length;
}

describe.skipIf(!corpus)('no rule fails on a model of the corpus', () => {
  test.each(folders)('%s', { timeout: 120_000 }, async (folder) => {
    const paths = globSync('**/*.{bpmn,cmmn,xml}', { cwd: join(corpus ?? '', folder) });
    let linted = 0;
    for (const path of paths) {
      if ((await lintAll(readFileSync(join(corpus ?? '', folder, path)))) !== undefined) linted++;
    }
    expect(linted).toBeGreaterThan(0);
  });
});

const fixtures = join(import.meta.dirname, '../fixtures/lint');
const texts = globSync('*/*.{bpmn,cmmn}', { cwd: fixtures }).map((path) => readFileSync(join(fixtures, path), 'utf8'));

test('no rule fails where references lead to elements of the wrong kind', async () => {
  const text = fc.constantFrom(...rowsOrOne(texts, ''));
  await fc.assert(
    fc.asyncProperty(text, fc.infiniteStream(fc.nat()), async (xml, numbers) => {
      const ids = [...xml.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id ?? '');
      const any = () => ids[Number(numbers.next().value) % ids.length] ?? '';
      const rewired = xml
        .replace(/((?:[a-zA-Z]*Ref|default|bpmnElement)=")[^"]+"/g, (whole, head: string) =>
          Number(numbers.next().value) % 2 ? `${head}${any()}"` : whole,
        )
        .replace(/(<(\w*Refs?|source|target|incoming|outgoing)>)[^<]+</g, (whole, head: string) =>
          Number(numbers.next().value) % 2 ? `${head}${any()}<` : whole,
        );
      await lintAll(Buffer.from(rewired));
    }),
    { numRuns: Number(process.env.PROCEDO_RUNS ?? 300) },
  );
});
