import fc from 'fast-check';

/** A drawn process of at most six nodes whose ids come from one small set, so that any two models share some. */
export interface DrawnModel {
  readonly nodes: readonly Node[];
  readonly flows: readonly Flow[];
  readonly hasLane: boolean;
  /** Whether the sub-process, if there is one, is collapsed: what is inside of it is drawn in a diagram of its own. */
  readonly isCollapsed: boolean;
}

interface Node {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly isDefaultSource: boolean;
  /** For a boundary event: which of the nodes before it is its host. */
  readonly host: number;
  readonly isInner: boolean;
}

interface Flow {
  /** Ids of nodes, which may not be there. */
  readonly from: string;
  readonly to: string;
  readonly name: string;
  readonly bend: number;
  readonly hasCondition: boolean;
}

const ids = ['a', 'b', 'c', 'd', 'e', 'f'] as const;
const types = ['userTask', 'exclusiveGateway', 'task', 'boundaryEvent', 'subProcess', 'startEvent'] as const;
const labels = fc.constantFrom('', 'Check', 'Check the file twice', '<b>');

/** Mostly `usual`: two models of the same run differ in little, as two versions of one do. */
function mostly<T>(usual: T, other: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ arbitrary: fc.constant(usual), weight: 9 }, { arbitrary: other, weight: 1 });
}

const nodes = ids.map((id, i) =>
  fc.record({
    id: fc.constant(id),
    type: mostly<string>(types[i] ?? 'task', fc.constantFrom(...types)),
    name: mostly('Step', labels),
    x: mostly(i * 150, fc.constantFrom(0, 150, 310)),
    y: mostly(0, fc.constantFrom(0, 100, 200)),
    isDefaultSource: fc.boolean(),
    host: mostly(0, fc.nat(7)),
    isInner: mostly(false, fc.boolean()),
  }),
);

const flows = ids.map((id, i) =>
  fc.record({
    from: fc.constant(id),
    to: mostly<string>(ids[i + 1] ?? 'a', fc.constantFrom(...ids)),
    name: mostly('', labels),
    bend: mostly(0, fc.constant(20)),
    hasCondition: mostly(false, fc.constant(true)),
  }),
);

/** Most of them. */
function many<T>(items: readonly fc.Arbitrary<T>[]): fc.Arbitrary<T[]> {
  const each = items.map((item) =>
    mostly(true, fc.constant(false)).chain((isIn) => (isIn ? item : fc.constant(undefined))),
  );
  return fc.tuple(...each).map((found) => found.filter((item) => item !== undefined));
}

export const arbitraryModel: fc.Arbitrary<DrawnModel> = fc.record({
  nodes: many(nodes).filter(({ length }) => length > 0),
  flows: many(flows),
  hasLane: fc.boolean(),
  isCollapsed: fc.boolean(),
});

/** Nodes in the sub-process `box`, if there is one, and the others. A boundary event stands where its host stands. */
function parentOf(model: DrawnModel, node: Node): Node | undefined {
  const box = boxOf(model);
  const subject = hostOf(model, node) ?? node;
  return subject.isInner && subject !== box && subject.type !== 'subProcess' ? box : undefined;
}

function boxOf(model: DrawnModel): Node | undefined {
  return model.nodes.find(({ type }) => type === 'subProcess');
}

function hostOf(model: DrawnModel, node: Node): Node | undefined {
  const hosts = model.nodes.filter(({ type }) => type === 'task' || type === 'userTask');
  return node.type === 'boundaryEvent' ? hosts[node.host % Math.max(1, hosts.length)] : undefined;
}

/** BPMN XML of the model. Boundary events without a host are plain throw events. */
export function toXml(model: DrawnModel): string {
  const flows = drawnFlows(model);
  const box = boxOf(model);
  const isApart = (node: Node) => model.isCollapsed && box !== undefined && parentOf(model, node) === box;
  const isInBox = ({ from, to }: DrawnFlow) => isApart(from) && isApart(to);
  const inside = (parent: Node | undefined) =>
    model.nodes.filter((node) => parentOf(model, node) === parent).map((node) => nodeXml(model, node, flows, inside));
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="D" targetNamespace="urn:random">
<process id="process">
${model.hasLane ? '<laneSet id="lanes"><lane id="lane" name="Lane"/><lane id="lane2"/></laneSet>' : ''}
${inside(undefined).join('\n')}
${flows.map(({ id, from, to, name, hasCondition }) => `<sequenceFlow id="${id}" sourceRef="${from.id}" targetRef="${to.id}"${nameXml(name)}>${hasCondition ? '<conditionExpression id="x">a</conditionExpression>' : ''}</sequenceFlow>`).join('\n')}
</process>
<bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="process">
${model.hasLane ? shapeXml('lane', -50, -50, 700, 200) + shapeXml('lane2', -50, 150, 700, 200) : ''}
${model.nodes
  .filter((node) => !isApart(node))
  .map((node) => nodeShapeXml(node, node !== box || !model.isCollapsed))
  .join('\n')}
${flows
  .filter((flow) => !isInBox(flow))
  .map(edgeXml)
  .join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
${box && model.isCollapsed ? `<bpmndi:BPMNDiagram id="Inner"><bpmndi:BPMNPlane id="InnerPlane" bpmnElement="${box.id}">` : ''}
${model.nodes
  .filter(isApart)
  .map((node) => nodeShapeXml(node, true))
  .join('\n')}
${flows.filter(isInBox).map(edgeXml).join('\n')}
${box && model.isCollapsed ? '</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>' : ''}
</definitions>`;
}

interface DrawnFlow extends Omit<Flow, 'from' | 'to'> {
  readonly id: string;
  readonly from: Node;
  readonly to: Node;
}

function drawnFlows({ nodes, flows }: DrawnModel): DrawnFlow[] {
  return flows.flatMap((flow) => {
    const [from, to] = [flow.from, flow.to].map((end) => nodes.find(({ id }) => id === end));
    return from && to ? [{ ...flow, id: `flow_${flow.from}_${flow.to}`, from, to }] : [];
  });
}

function nodeXml(
  model: DrawnModel,
  node: Node,
  flows: readonly DrawnFlow[],
  inside: (parent: Node) => readonly string[],
): string {
  const host = hostOf(model, node);
  const type = node.type === 'boundaryEvent' && !host ? 'intermediateThrowEvent' : node.type;
  const defaultFlow =
    node.isDefaultSource && /task|gateway/i.test(type) ? flows.find(({ from }) => from === node) : undefined;
  const attributes = [
    `id="${node.id}"`,
    nameXml(node.name),
    defaultFlow ? `default="${defaultFlow.id}"` : '',
    host && type === 'boundaryEvent' ? `attachedToRef="${host.id}"` : '',
  ];
  const box = boxOf(model);
  return `<${type} ${attributes.join(' ')}>${node === box ? inside(node).join('') : ''}</${type}>`;
}

function nameXml(name: string): string {
  return name === '' ? '' : ` name="${name.replaceAll('<', '&lt;')}"`;
}

function sizeOf(type: string): [number, number] {
  if (type === 'subProcess') {
    return [300, 200];
  }
  return /task/i.test(type) ? [100, 80] : [36, 36];
}

function nodeShapeXml({ id, type, x, y, name }: Node, isExpanded: boolean): string {
  return shapeXml(id, x, y, ...sizeOf(type), name.length, isExpanded);
}

function edgeXml({ id, from, to, bend }: DrawnFlow): string {
  return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from.x}" y="${from.y}"/><di:waypoint x="${from.x + bend}" y="${to.y}"/><di:waypoint x="${to.x}" y="${to.y}"/></bpmndi:BPMNEdge>`;
}

/** A shape; `label` gives a label of its own place to every other element, by the length of its name. */
function shapeXml(
  id: string,
  x: number,
  y: number,
  width: number,
  height: number,
  label = 0,
  isExpanded = true,
): string {
  const bounds = `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>`;
  const labelXml =
    label % 2 === 1
      ? `<bpmndi:BPMNLabel><dc:Bounds x="${x}" y="${y + 90}" width="80" height="14"/></bpmndi:BPMNLabel>`
      : '';
  return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}" isExpanded="${isExpanded}">${bounds}${labelXml}</bpmndi:BPMNShape>`;
}
