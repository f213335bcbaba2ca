import { describe, expect, it } from 'vitest';
import { parseLayoutFile, printLayoutFile } from '../../src/layout/index.ts';

const sample = `layout 1 bpmn
check 160,80 100x80 label 170,165 60x14
check->complete id Flow_1 path 260,120 320,120
check->complete#2 id Flow_2
remind/timer id Timer_7
`;

describe('Layout file', () => {
  it('reads bounds, paths, labels and ids by key', () => {
    const { value, problems } = parseLayoutFile(sample);
    expect(problems).toEqual([]);
    expect(value.ids).toEqual(
      new Map([
        ['check->complete', 'Flow_1'],
        ['check->complete#2', 'Flow_2'],
        ['remind/timer', 'Timer_7'],
      ]),
    );
    expect(value.pins.get('check')).toEqual({
      bounds: { x: 160, y: 80, width: 100, height: 80 },
      label: { x: 170, y: 165, width: 60, height: 14 },
    });
    expect(value.pins.get('check->complete')?.path).toEqual([
      { x: 260, y: 120 },
      { x: 320, y: 120 },
    ]);
  });

  it('prints what it read', () => {
    expect(printLayoutFile(parseLayoutFile(sample).value)).toBe(sample);
  });

  it('leaves comments and empty lines out, whatever the line ends', () => {
    const { value, problems } = parseLayoutFile(
      '\uFEFF# by hand\r\n\r\nlayout 1 cmmn nodrawing # all\r\na id B # why\r\n',
    );
    expect(problems).toEqual([]);
    expect(value).toMatchObject({ notation: 'cmmn', drawing: false, ids: new Map([['a', 'B']]) });
  });

  it.each([
    ['layout 2 bpmn\na id B', 0, 0, 'bad-layout-header'],
    ['layout 1\na id B', 0, 0, 'bad-layout-header'],
    ['layout 1 bpmn\na 1,2', 1, 2, 'bad-layout-line'],
    ['layout 1 bpmn\na path 1,2', 1, 2, 'bad-layout-line'],
    ['layout 1 bpmn\na 1,2 -3x4', 1, 2, 'bad-layout-line'],
    ['layout 1 bpmn\na 99999999999,2 3x4', 1, 2, 'bad-layout-line'],
    ['layout 1 bpmn\na id', 1, 2, 'bad-layout-line'],
    ['layout 1 bpmn\na 1,2 3x4  fill #eef', 1, 11, 'bad-layout-line'],
    ["layout 1 bpmn\n'a b' id B nonsense", 1, 11, 'bad-layout-line'],
    ['layout 1 bpmn\na', 1, 1, 'bad-layout-line'],
    ['layout 1 bpmn\na->b arrives', 1, 5, 'bad-layout-line'],
    ['layout 1 bpmn\na->b arrives 0', 1, 5, 'bad-layout-line'],
    ['layout 1 bpmn\na order properties 2,b', 1, 2, 'bad-layout-line'],
    ['layout 1 bpmn\na id B\na id C', 2, 0, 'duplicate-layout-key'],
  ])('reports %j once, at its place', (text, line, character, code) => {
    const { problems } = parseLayoutFile(text);
    expect(problems).toMatchObject([{ code, range: { start: { line, character } } }]);
  });
});
