import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lint, rules } from '../../src/lint/index.ts';
import { decodeXml, readModel, sourceOf } from '../../src/model/index.ts';
import { rowsOrOne, shared } from '../shared.ts';

const corpus = shared('corpus');
const folders = ['bpmn', 'cmmn', 'broken'];
const active = rules.map((rule) => ({ rule, severity: rule.severity, options: rule.options ?? {} }));

/** All rules over a text; undefined if it holds no model. */
function lintAll(xml: string): number | undefined {
  const { definitions } = readModel(xml);
  return definitions && lint(definitions, active, { hasDrawing: true, placeOf: sourceOf }).length;
}

describe.skipIf(!corpus)('no rule fails on a model of the corpus', () => {
  test.each(folders)('%s', { timeout: 120_000 }, (folder) => {
    const paths = globSync('**/*.{bpmn,cmmn,xml}', { cwd: join(corpus ?? '', folder) });
    let linted = 0;
    for (const path of paths) {
      const xml = decodeXml(readFileSync(join(corpus ?? '', folder, path))).value;
      if (xml !== undefined && lintAll(xml) !== undefined) linted++;
    }
    expect(linted).toBeGreaterThan(0);
  });
});

const fixtures = join(import.meta.dirname, '../fixtures/lint');
const texts = globSync('*/*.{bpmn,cmmn}', { cwd: fixtures }).map((path) => readFileSync(join(fixtures, path), 'utf8'));

test('no rule fails where references lead to elements of the wrong kind', () => {
  const text = fc.constantFrom(...rowsOrOne(texts, ''));
  fc.assert(
    fc.property(text, fc.infiniteStream(fc.nat()), (xml, numbers) => {
      const ids = [...xml.matchAll(/\bid="([^"]+)"/g)].map(([, id]) => id ?? '');
      const any = () => ids[Number(numbers.next().value) % ids.length] ?? '';
      const rewired = xml
        .replace(/((?:[a-zA-Z]*Ref|default|bpmnElement)=")[^"]+"/g, (whole, head: string) =>
          Number(numbers.next().value) % 2 ? `${head}${any()}"` : whole,
        )
        .replace(/(<(\w*Refs?|source|target|incoming|outgoing)>)[^<]+</g, (whole, head: string) =>
          Number(numbers.next().value) % 2 ? `${head}${any()}<` : whole,
        );
      lintAll(rewired);
    }),
    { numRuns: Number(process.env.PROCEDO_RUNS ?? 300) },
  );
});
