/** BPMN XML of a text that has one `task NAME` a line: the tasks in rows of ten, joined in order. */
export function sampleModel(text: string): string {
  const names = [...text.matchAll(/^\s*task\s+(\w+)/gm)].map(([, name = '']) => name);
  const flows = names.slice(1).map((name, i) => ({ id: `Flow_${names[i]}_${name}`, from: i, to: i + 1 }));
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="Definitions" targetNamespace="urn:baseline">
<bpmn:process id="Process">
${names.map((name) => `<bpmn:userTask id="Task_${name}" name="${name}"/>`).join('\n')}
${flows.map(({ id, from, to }) => `<bpmn:sequenceFlow id="${id}" sourceRef="Task_${names[from]}" targetRef="Task_${names[to]}"/>`).join('\n')}
</bpmn:process>
<bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="Process">
${names.map(shape).join('\n')}
${flows.map(({ id, from, to }) => edge(id, from, to)).join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

/** Upper left corner of the task at this place in the text, in px. */
function corner(place: number): { x: number; y: number } {
  return { x: 160 + (place % 10) * 160, y: 80 + Math.floor(place / 10) * 130 };
}

function shape(name: string, place: number): string {
  const { x, y } = corner(place);
  return `<bpmndi:BPMNShape id="Task_${name}_di" bpmnElement="Task_${name}"><dc:Bounds x="${x}" y="${y}" width="100" height="80"/></bpmndi:BPMNShape>`;
}

function edge(id: string, from: number, to: number): string {
  const [a, b] = [corner(from), corner(to)];
  const points =
    a.y === b.y
      ? [
          [a.x + 100, a.y + 40],
          [b.x, b.y + 40],
        ]
      : [
          [a.x + 50, a.y + 80],
          [a.x + 50, a.y + 105],
          [b.x + 50, a.y + 105],
          [b.x + 50, b.y],
        ];
  const waypoints = points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}"/>`).join('');
  return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${waypoints}</bpmndi:BPMNEdge>`;
}
