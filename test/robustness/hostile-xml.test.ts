/**
 * Files that a tool or a hand has broken, all the way through: read, drawn, laid out, held against all rules, proven, run, imported. What is
 * said of them is another matter: here nothing throws, and nothing goes on for ever. Each file of `test/fixtures/hostile` is a case.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderSvg } from '../../src/render/index.ts';
import { analyze } from '../../src/workspace/analysis.ts';
import { layoutXml, loadImport, loadRuns, noFiles, open } from '../../src/workspace/index.ts';
import { lintDocument, rules } from '../../src/workspace/lint-document.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
const read = (path: string) => readFileSync(join(fixtures, path), 'utf8');
const { ModelImporter } = await loadImport();
const { simulateRuns } = await loadRuns();
const importer = new ModelImporter();
const active = rules.map((rule) => ({ rule, severity: rule.severity, options: rule.options ?? {} }));

/** Undefined: it holds no model. */
async function allTheWay(path: string, xml: string): Promise<true | undefined> {
  const document = await open(path, new TextEncoder().encode(xml), noFiles);
  if (!document.definitions) return undefined;
  await renderSvg([document.definitions], { all: true });
  layoutXml(document);
  lintDocument(document, active, { maxStates: 100 });
  analyze(document, { maxStates: 1000 });
  simulateRuns(document, [], 2, 1);
  await importer.import(document);
  return true;
}

test.each(globSync('hostile/*', { cwd: fixtures }).sort())('%s', async (path) => {
  expect(await allTheWay(path, read(path))).toBe(true);
});

const sound = globSync('{import,import/cases,render}/*.{bpmn,cmmn}', { cwd: fixtures }).sort();
const odd = ['', 'abc', '-5', '0', '1e300', 'true', '  ', 'a b c', '&#x202e;&lt;b>', 'x'.repeat(300)];

interface Change {
  readonly what: 'drop' | 'odd' | 'other' | 'remove' | 'copy';
  readonly at: number;
  readonly from: number;
}

const change = fc.record<Change>({
  what: fc.constantFrom('drop', 'odd', 'other', 'remove', 'copy'),
  at: fc.nat(),
  from: fc.nat(),
});

const attributes = / (?!xmlns)[\w:]+="[^"]*"/g;
const elements = /<([\w:]+)\b[^>]*(?:\/>|>[^<]*<\/\1>)/g;

/** A text with one attribute or one small element changed, taken away or written where another one stands. */
function changed(xml: string, { what, at, from }: Change): string {
  const found = [...xml.matchAll(what === 'remove' || what === 'copy' ? elements : attributes)];
  const [one, other] = [found[at % found.length], found[from % found.length]];
  if (!one || !other) return xml;
  const [before, after] = [xml.slice(0, one.index), xml.slice(one.index + one[0].length)];
  const name = one[0].slice(0, one[0].indexOf('='));
  if (what === 'odd') return `${before}${name}="${odd[from % odd.length]}"${after}`;
  if (what === 'other') return `${before}${name}${other[0].slice(other[0].indexOf('='))}${after}`;
  return `${before}${what === 'copy' ? other[0] + one[0] : ''}${after}`;
}

test('a model with anything in it changed', { timeout: 120_000 }, async () => {
  const changes = fc.array(change, { minLength: 1, maxLength: 4 });
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...sound), changes, async (path, all) => {
      await allTheWay(path, all.reduce(changed, read(path)));
    }),
    { numRuns: Number(process.env.PROCEDO_RUNS ?? 100) },
  );
});
