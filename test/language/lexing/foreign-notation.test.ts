/** What is pasted or typed in another notation is told once, and nothing of it gets into the model. */
import { expect, test } from 'vitest';
import { readText } from '../read-text.ts';

const OURS = 'process after "After" {\n  start\n  user check "Check it"\n  end\n}\n';

const notations: Readonly<Record<string, string>> = {
  'a flowchart of Mermaid': 'flowchart TD\n    A[Start] --> B{Is it?}\n    B -- Yes --> C[OK]\n',
  'a diagram of Mermaid that can be imported': 'bpmn-beta\n  process p "P"\n    start s "Begun"\n    s --> t\n',
  PlantUML: '@startuml\nstart\n:Check the order;\nif (in stock?) then (yes)\nendif\nstop\n@enduml\n',
  YAML: 'process:\n  id: order\n  steps:\n    - type: start\n    - name: "Check"\n',
  'a file of XML':
    '<?xml version="1.0"?>\n<definitions xmlns="http://v">\n  <!-- it\'s { -->\n  <process id="p">\n    <documentation>One\n      and two</documentation>\n  </process>\n</definitions>\n',
};

test.each(Object.entries(notations))('%s', async (_, foreign) => {
  for (const text of [foreign, `${foreign}\n${OURS}`, `${OURS}\n${foreign}`]) {
    const { problems, model } = await readText(text);
    expect(problems.map(({ code }) => code)).toEqual(['foreign-notation']);
    expect(problems[0]?.range?.start).toEqual({ line: text.startsWith(foreign) ? 0 : 6, character: 0 });
    expect(model.elements.map(({ $type }) => $type)).toEqual(text === foreign ? [] : ['Process']);
  }
});

test('inside a block it ends with the block', async () => {
  const { problems, model } = await readText(`process p "P" {\n  start\n  flowchart LR\n  A --> B{Is?}\n}\n${OURS}`);
  expect(problems.map(({ code }) => code)).toEqual(['foreign-notation']);
  expect(model.elements.map((element) => 'name' in element && element.name)).toEqual(['p', 'after']);
});
