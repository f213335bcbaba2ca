import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { layoutCases } from '../../../src/layout/index.ts';
import { type CmmnDefinitions, is, readModel, writeModel } from '../../../src/model/index.ts';
import { shared } from '../../shared.ts';
import { CaseDrawing } from './case-drawing.ts';
import { type CaseFacts, factsOf } from './case-facts.ts';
import { caseDefectsOf } from './case-quality.ts';

const folder = join(import.meta.dirname, '../../fixtures/layout/cases');
const names = globSync('*.cmmn', { cwd: folder }).map((file) => basename(file, '.cmmn'));

function read(path: string): CmmnDefinitions | undefined {
  const { definitions } = readModel(readFileSync(path, 'utf8'));
  return is(definitions, 'cmmn:Definitions') ? definitions : undefined;
}

describe('Pictures: NAME.cmmn shows what NAME.facts.json says', () => {
  it.each(names)('%s', (name) => {
    const facts: CaseFacts | CaseFacts[] = JSON.parse(readFileSync(join(folder, `${name}.facts.json`), 'utf8'));
    // Of several cases a list: each has a diagram of its own.
    const wanted = [facts].flat();
    const definitions = read(join(folder, `${name}.cmmn`)) as CmmnDefinitions;
    const before = writeModel(definitions);
    const drawings = layoutCases(definitions).value.map((diagram) => new CaseDrawing(diagram));
    expect(wanted.flatMap(Object.keys)).not.toEqual([]);
    expect(drawings.map((drawing, index) => factsOf(drawing, wanted[index] ?? {}))).toEqual(wanted);
    expect(drawings.flatMap(caseDefectsOf)).toEqual([]);
    expect(writeModel(definitions)).toBe(before);
  });
});

const corpus = shared('corpus/cmmn');

describe.skipIf(!corpus)('Cases of other tools', () => {
  const files = corpus ? globSync('**/*', { cwd: corpus }).filter((file) => /\.(cmmn|xml)$/.test(file)) : [];

  it.each(files)('%s has no shape on a shape and no connector through one', (file) => {
    const definitions = read(join(corpus ?? '', file));
    if (!definitions) return;
    const drawings = layoutCases(definitions).value.map((diagram) => new CaseDrawing(diagram));
    expect(drawings.flatMap(caseDefectsOf)).toEqual([]);
  });
});
