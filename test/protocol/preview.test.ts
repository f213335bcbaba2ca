import { describe, expect, it } from 'vitest';
import { isToHost, isToView, isViewState } from '../../src/protocol/preview.ts';

const range = { start: { line: 1, character: 2 }, end: { line: 1, character: 5 } };
const problem = { severity: 'error', code: 'unknown-reference', message: 'There is no such step.', range };
const model = {
  type: 'model',
  seq: 1,
  uri: 'file:///a',
  diagrams: [{ id: 'd', name: 'D', notation: 'bpmn' }],
  shown: '',
  xml: '<x/>',
  caseXml: '',
  problems: [problem],
};

describe('messages to the page', () => {
  it.each([
    model,
    { ...model, problems: [{ ...problem, range: undefined }] },
    { ...model, held: ['check'] },
    { ...model, xml: { at: [1], removed: [0], added: ['x'] }, base: 0 },
    { ...model, xml: '', caseXml: '<x/>', diagrams: [{ id: 'd', name: 'D', notation: 'cmmn' }], calls: ['run'] },
    { ...model, isMovable: true },
    { type: 'select', ids: ['a'], reveal: true },
    { type: 'simulate' },
    { type: 'play', message: 'It waits.', acts: [{ in: 'processes', act: { do: 'start', node: 's' } }] },
    { type: 'breakpoints', ids: ['a'] },
  ])('takes %j', (message) => expect(isToView(message)).toBe(true));

  it.each([
    undefined,
    'model',
    [],
    { type: 'toString' },
    { type: 'ready' },
    { ...model, seq: -1 },
    { ...model, seq: 1.5 },
    { ...model, xml: undefined },
    { ...model, xml: { at: [1], removed: [-1], added: ['x'] }, base: 0 },
    { ...model, base: 'last' },
    { ...model, caseXml: undefined },
    { ...model, calls: 'run' },
    { ...model, held: [1] },
    { ...model, diagrams: [{ id: 1, name: 'D', notation: 'bpmn' }] },
    { ...model, diagrams: [{ id: 'd', name: 'D' }] },
    { ...model, diagrams: [{ id: 'd', name: 'D', notation: 'dmn' }] },
    { ...model, problems: [{ ...problem, severity: 'fatal' }] },
    { ...model, problems: [{ ...problem, range: { start: range.start } }] },
    { type: 'select', ids: 'a', reveal: true },
    { type: 'breakpoints', ids: [1] },
    { type: 'play', message: 'It waits.', acts: [{ in: 'nowhere', act: {} }] },
    { type: 'play', acts: [] },
  ])('drops %j', (message) => expect(isToView(message)).toBe(false));
});

describe('messages to the extension', () => {
  it.each([
    { type: 'ready' },
    { type: 'drawn', seq: 0 },
    { type: 'failed', seq: 1, message: 'no' },
    { type: 'select', id: 'a' },
    { type: 'open', id: 'a' },
    { type: 'follow', id: 'a' },
    { type: 'openRange', range },
    { type: 'breakpoint', id: 'a', isSet: true },
    { type: 'record', acts: [{ do: 'finish', at: 1 }] },
    { type: 'show', diagram: 'd' },
    { type: 'move', id: 'a', bounds: { x: -1.5, y: 2, width: 100, height: 80 }, diagram: '' },
    { type: 'tidy', extent: 'all', id: '' },
    { type: 'undo' },
  ])('takes %j', (message) => expect(isToHost(message)).toBe(true));

  it.each([
    null,
    {},
    { type: 'constructor' },
    { type: 'select' },
    { type: 'open', id: {} },
    { type: 'follow' },
    { type: 'openRange', range: {} },
    { type: 'breakpoint', id: 'a' },
    { type: 'record', acts: ['finish'] },
    { type: 'move', id: 'a', bounds: { x: Number.NaN, y: 2, width: 100, height: 80 } },
    { type: 'tidy', extent: 'some', id: '' },
  ])('drops %j', (message) => expect(isToHost(message)).toBe(false));
});

it('takes the state of a page only if it is whole', () => {
  expect(isViewState({ uri: 'file:///a', shown: '', view: {} })).toBe(true);
  expect(isViewState({ uri: 'file:///a' })).toBe(false);
  expect(isViewState(undefined)).toBe(false);
});
