import fc from 'fast-check';

/** A drawn case of at most seven items whose ids come from one small set, so that any two models share some. */
export interface DrawnCase {
  readonly items: readonly Item[];
  readonly waits: readonly Wait[];
  readonly isStageCollapsed: boolean;
  readonly isTableCollapsed: boolean;
  readonly completes: boolean;
  readonly width: number;
  readonly planName: string;
}

interface Item {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  /** Whether the name is that of the definition alone. */
  readonly isDefinitionNamed: boolean;
  readonly isInStage: boolean;
  readonly isDiscretionary: boolean;
  readonly isBlocking: boolean;
  readonly rule: string;
  readonly x: number;
  readonly y: number;
  readonly label: number;
}

/** A criterion of an item that waits for another; ids that are not there make it wait for nothing. */
interface Wait {
  readonly from: string;
  readonly at: string;
  readonly type: 'entry' | 'exit';
  readonly event: string;
  readonly isEventShown: boolean;
  readonly bend: number;
  readonly label: number;
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
const types = ['humanTask', 'stage', 'milestone', 'timerEventListener', 'userEventListener', 'file', 'note'] as const;
const otherTypes = [...types, 'processTask', 'caseTask', 'decisionTask', 'task'] as const;

/** Mostly `usual`: two models of the same run differ in little, as two versions of one do. */
function mostly<T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: fc.constant(usual), weight: 9 }, { arbitrary: other, weight: 1 });
}

const items = ids.map((id, i) =>
  fc.record({
    id: fc.constant(id),
    type: mostly<string>(types[i] ?? 'task', fc.constantFrom(...otherTypes)),
    name: mostly('Step', fc.constantFrom('', 'Check', 'Check the whole file twice', '<b>')),
    isDefinitionNamed: mostly(i % 2 === 0, fc.boolean()),
    isInStage: mostly(i === 2, fc.boolean()),
    isDiscretionary: mostly(i === 0, fc.boolean()),
    isBlocking: mostly(true, fc.boolean()),
    rule: mostly('', fc.constantFrom('requiredRule', 'repetitionRule', 'manualActivationRule')),
    x: mostly(40 + i * 130, fc.constantFrom(40, 170, 300)),
    y: mostly(80, fc.constantFrom(90, 200, 300)),
    label: mostly(0, fc.constantFrom(1, 7)),
  }),
);

const waits = ids.map((id, i) =>
  fc.record({
    from: fc.constant(id),
    at: mostly<string>(ids[i + 1] ?? 'a', fc.constantFrom(...ids)),
    type: mostly<'entry' | 'exit'>(i % 3 === 2 ? 'exit' : 'entry', fc.constantFrom('entry', 'exit')),
    event: mostly('complete', fc.constantFrom('start', 'create')),
    isEventShown: mostly(i % 2 === 0, fc.boolean()),
    bend: mostly(0, fc.constant(20)),
    label: mostly(0, fc.constantFrom(1, 7)),
  }),
);

/** Most of them. */
function many<T>(all: readonly fc.Arbitrary<T>[]): fc.Arbitrary<T[]> {
  const each = all.map((one) =>
    mostly(true, fc.constant(false)).chain((isIn) => (isIn ? one : fc.constant(undefined))),
  );
  return fc.tuple(...each).map((found) => found.filter((one) => one !== undefined));
}

export const arbitraryCase: fc.Arbitrary<DrawnCase> = fc.record({
  items: many(items).filter(({ length }) => length > 0),
  waits: many(waits),
  isStageCollapsed: mostly(false, fc.boolean()),
  isTableCollapsed: mostly(false, fc.boolean()),
  completes: mostly(false, fc.boolean()),
  width: mostly(1000, fc.constantFrom(900, 1100)),
  planName: mostly('Claim', fc.constantFrom('A rather long name of a case', 'C')),
});

const isItem = ({ type }: Item) => type !== 'file' && type !== 'note';
const isTask = ({ type }: Item) => /task/i.test(type);

/** CMMN XML of the case. */
export function toCaseXml(model: DrawnCase): string {
  const stage = model.items.find(({ type }) => type === 'stage');
  const isInside = (item: Item) => item.isInStage && stage !== undefined && item.type !== 'stage';
  const found = drawnWaits(model, isInside);
  const inside = model.items.filter((item) => isItem(item) && isInside(item));
  const outside = model.items.filter((item) => isItem(item) && !isInside(item));
  const files = model.items.filter(({ type }) => type === 'file');
  const notes = model.items.filter(({ type }) => type === 'note');
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" xmlns:cmmndi="http://www.omg.org/spec/CMMN/20151109/CMMNDI" xmlns:dc="http://www.omg.org/spec/CMMN/20151109/DC" xmlns:di="http://www.omg.org/spec/CMMN/20151109/DI" targetNamespace="urn:random">
<case id="case"><caseFileModel>${files.map(({ id, name }) => `<caseFileItem id="${id}"${nameXml(name)}/>`).join('')}</caseFileModel>
<casePlanModel id="plan"${nameXml(model.planName)} autoComplete="${model.completes}">
${planXml(outside, found)}
${outside.map((item) => definitionXml(item, item === stage ? planXml(inside, found) + inside.map((one) => definitionXml(one, '')).join('\n') : '')).join('\n')}
</casePlanModel></case>
${notes.map(({ id, name }) => `<textAnnotation id="${id}" text="${name.replaceAll('<', '&lt;')}"/>`).join('')}
${notes.map(({ id }) => `<association id="${id}_to" sourceRef="${id}" targetRef="plan" associationDirection="One"/>`).join('')}
<cmmndi:CMMNDI><cmmndi:CMMNDiagram id="Diagram">
<cmmndi:CMMNShape id="plan_di" cmmnElementRef="plan"><dc:Bounds x="0" y="40" width="${model.width}" height="400"/></cmmndi:CMMNShape>
${model.items.map((item) => shapeXml(item, model)).join('\n')}
${found.map(criterionShapeXml).join('\n')}
${found.map(edgeXml).join('\n')}
${notes.map(({ id, x, y }) => `<cmmndi:CMMNEdge id="${id}_to_di" cmmnElementRef="${id}_to" targetCMMNElementRef="plan">${pointsXml(x, y, 0, 200, 0)}</cmmndi:CMMNEdge>`).join('')}
</cmmndi:CMMNDiagram></cmmndi:CMMNDI></definitions>`;
}

interface DrawnWait extends Omit<Wait, 'from' | 'at'> {
  readonly id: string;
  readonly from: Item;
  readonly at: Item;
}

/** Of what may wait for what: both there, and in one plan. */
function drawnWaits({ items, waits }: DrawnCase, isInside: (item: Item) => boolean): DrawnWait[] {
  return waits.flatMap((wait) => {
    const [from, at] = [wait.from, wait.at].map((end) => items.find(({ id }) => id === end));
    const mayWait = at && (isTask(at) || at.type === 'milestone' || at.type === 'stage');
    const isNear = from && at && (from.type === 'file' || (isItem(from) && isInside(from) === isInside(at)));
    return mayWait && isNear && from !== at ? [{ ...wait, id: `${from.id}_${at.id}`, from, at }] : [];
  });
}

/** Items, sentries and the planning table of a stage. */
function planXml(all: readonly Item[], waits: readonly DrawnWait[]): string {
  const isTabled = (item: Item) => item.isDiscretionary && isTask(item);
  const own = waits.filter(({ at }) => all.includes(at));
  const item = (one: Item, tag: string) => {
    const criteria = own
      .filter(({ at }) => at === one)
      .toSorted((a, b) => a.type.localeCompare(b.type))
      .map(({ id, type }) => `<${type}Criterion id="${id}_at" sentryRef="${id}_sentry"/>`);
    const control = one.rule === '' ? '' : `<itemControl><${one.rule} id="${one.id}_rule"/></itemControl>`;
    const name = one.isDefinitionNamed ? '' : nameXml(one.name);
    return `<${tag} id="${one.id}"${name} definitionRef="${one.id}_definition">${control}${criteria.join('')}</${tag}>`;
  };
  const planned = all.filter((one) => !isTabled(one)).map((one) => item(one, 'planItem'));
  const sentries = own.map(({ id, from, event }) => {
    const part = from.type === 'file' ? 'caseFileItemOnPart' : 'planItemOnPart';
    return `<sentry id="${id}_sentry"><${part} id="${id}_on" sourceRef="${from.id}"><standardEvent>${event}</standardEvent></${part}></sentry>`;
  });
  const tabled = all.filter(isTabled).map((one) => item(one, 'discretionaryItem'));
  const table = tabled.length > 0 ? `<planningTable>${tabled.join('\n')}</planningTable>` : '';
  return [...planned, ...sentries, table].join('\n');
}

function definitionXml({ id, type, name, isDefinitionNamed, isBlocking }: Item, inside: string): string {
  const blocking = type === 'humanTask' ? ` isBlocking="${isBlocking}"` : '';
  return `<${type} id="${id}_definition"${isDefinitionNamed ? nameXml(name) : ''}${blocking}>${inside}</${type}>`;
}

function nameXml(name: string): string {
  return name === '' ? '' : ` name="${name.replaceAll('<', '&lt;')}"`;
}

function sizeOf({ type }: Item): [number, number] {
  if (type === 'stage') {
    return [280, 240];
  }
  return /listener/i.test(type) ? [36, 36] : [100, 60];
}

function shapeXml(item: Item, { isStageCollapsed, isTableCollapsed }: DrawnCase): string {
  const { id, type, x, y } = item;
  const [width, height] = sizeOf(item);
  const state =
    type === 'stage' ? ` isCollapsed="${isStageCollapsed}" isPlanningTableCollapsed="${isTableCollapsed}"` : '';
  return `<cmmndi:CMMNShape id="${id}_di" cmmnElementRef="${id}"${state}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>${labelXml(item.label, x, y + 60)}</cmmndi:CMMNShape>`;
}

function criterionShapeXml({ id, type, at }: DrawnWait): string {
  const x = type === 'entry' ? at.x - 10 : at.x + sizeOf(at)[0] - 10;
  return `<cmmndi:CMMNShape id="${id}_at_di" cmmnElementRef="${id}_at"><dc:Bounds x="${x}" y="${at.y + 6}" width="20" height="28"/></cmmndi:CMMNShape>`;
}

function edgeXml({ id, from, at, bend, isEventShown, label }: DrawnWait): string {
  return `<cmmndi:CMMNEdge id="${id}_on_di" cmmnElementRef="${id}_on" targetCMMNElementRef="${id}_at" isStandardEventVisible="${isEventShown}">${pointsXml(from.x, from.y, at.x, at.y, bend)}${labelXml(label, from.x, from.y)}</cmmndi:CMMNEdge>`;
}

function pointsXml(x: number, y: number, toX: number, toY: number, bend: number): string {
  return `<di:waypoint x="${x}" y="${y}"/><di:waypoint x="${x + bend}" y="${toY}"/><di:waypoint x="${toX}" y="${toY}"/>`;
}

/** A label of its own place, by a number that says where; none for 0. */
function labelXml(label: number, x: number, y: number): string {
  return label === 0
    ? ''
    : `<cmmndi:CMMNLabel><dc:Bounds x="${x + label}" y="${y + label}" width="${60 + label * 10}" height="14"/></cmmndi:CMMNLabel>`;
}
