import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layoutCases } from '../../../src/layout/index.ts';
import { type CmmnDefinitions, createElement, readModel, writeModel } from '../../../src/model/index.ts';
import { CaseDrawing } from './case-drawing.ts';
import { type CaseDefect, caseDefectsOf } from './case-quality.ts';
import { caseXml, type RandomCase, randomCase } from './random-case.ts';

function draw(model: RandomCase): CaseDrawing[] {
  const { definitions } = readModel(caseXml(model));
  return layoutCases(definitions as CmmnDefinitions).value.map((diagram) => new CaseDrawing(diagram));
}

/** A tangle may leave no room for all words. */
function isOfPlaces({ kind }: CaseDefect): boolean {
  return kind !== 'words-on-item' && kind !== 'words-on-words';
}

describe('Laws of every drawing of a case plan model', () => {
  it.each([
    { kind: 'small cases', most: 4, connectors: 6, runs: 100 },
    { kind: 'stages in stages', most: 8, connectors: 30, runs: 25 },
    { kind: 'tangles', most: 16, connectors: 120, runs: 6 },
  ])(
    '$kind: no item on an item, no connector through one, all in its stage, nothing oblique',
    ({ most, connectors, runs }) => {
      fc.assert(
        fc.property(randomCase(most, connectors), (model) => {
          const defects = draw(model).flatMap(caseDefectsOf);
          expect(defects.filter(isOfPlaces)).toEqual([]);
        }),
        { numRuns: runs, endOnFailure: most > 4 },
      );
    },
  );

  it('the same input gives the same bytes', () => {
    fc.assert(
      fc.property(randomCase(6, 12), (model) => {
        const print = () => {
          const definitions = readModel(caseXml(model)).definitions as CmmnDefinitions;
          const diagrams = layoutCases(definitions).value;
          definitions.set('CMMNDI', createElement('cmmndi:CMMNDI', { diagrams }));
          return writeModel(definitions);
        };
        expect(print()).toBe(print());
      }),
      { numRuns: 20 },
    );
  });
});
