import { expect, it } from 'vitest';
import {
  isCalledElement,
  isDiagramModel,
  isExportResult,
  isLocatedElements,
  isLocatedRange,
} from '../../src/protocol/server.ts';

const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } };
const model = { uri: 'file:///a', version: 3, xml: '', caseXml: '', diagrams: [], problems: [] };

it('takes whole answers', () => {
  expect(isDiagramModel(model)).toBe(true);
  expect(isDiagramModel({ ...model, diagrams: [{ id: 'd', name: 'D', notation: 'cmmn' }], calls: ['run'] })).toBe(true);
  expect(isLocatedRange({ range })).toBe(true);
  expect(isCalledElement({ uri: 'file:///b', id: 'claim', range })).toBe(true);
  expect(isLocatedElements({ ids: [], diagrams: [] })).toBe(true);
  expect(isExportResult({ problems: [] })).toBe(true);
  expect(isExportResult({ content: '<svg/>', problems: [] })).toBe(true);
  expect(isExportResult({ content: '<x/>', notation: 'cmmn', problems: [] })).toBe(true);
});

it('takes no half ones', () => {
  expect(isDiagramModel({ ...model, version: undefined })).toBe(false);
  expect(isDiagramModel({ ...model, caseXml: undefined })).toBe(false);
  expect(isDiagramModel({ ...model, diagrams: [{ id: 'd', name: 'D' }] })).toBe(false);
  expect(isDiagramModel(null)).toBe(false);
  expect(isLocatedRange({ range: { start: range.start } })).toBe(false);
  expect(isCalledElement({ id: 'claim', range })).toBe(false);
  expect(isLocatedElements({ ids: [1], diagrams: [] })).toBe(false);
  expect(isExportResult({ content: 1, problems: [] })).toBe(false);
  expect(isExportResult({ content: '<x/>', notation: 'dmn', problems: [] })).toBe(false);
});
