import { describe, expect, it } from 'vitest';
import { differences } from '../../webview/differences.ts';

const before = `<definitions id="d">
  <process id="order" name="Order">
    <task id="check" name="Check">
      <outgoing>flow_check_end</outgoing>
    </task>
    <endEvent id="end">
      <incoming>flow_check_end</incoming>
    </endEvent>
    <sequenceFlow id="flow_check_end" sourceRef="check" targetRef="end"/>
  </process>
  <BPMNShape id="check_di" bpmnElement="check">
    <dc:Bounds x="100" y="100" width="100" height="80"/>
  </BPMNShape>
  <BPMNEdge id="flow_di" bpmnElement="flow_check_end">
    <di:waypoint x="200" y="140"/>
    <di:waypoint x="260" y="140"/>
    <BPMNLabel>
      <dc:Bounds x="210" y="120" width="40" height="14"/>
    </BPMNLabel>
  </BPMNEdge>
</definitions>`;

const changed = (change: (xml: string) => string) => differences(before.split('\n'), change(before).split('\n'));

describe('two XML texts of one structure', () => {
  it.each([
    ['a name', 'name="Check"', 'name="Look"', { id: 'check', part: 'element', attribute: 'name' }],
    ['a place', 'Bounds x="100"', 'Bounds x="120"', { id: 'check_di', part: 'bounds', attribute: 'x' }],
    ['a bend', 'waypoint x="260"', 'waypoint x="280"', { id: 'flow_di', part: 1, attribute: 'x' }],
    ['the place of a label', 'y="120"', 'y="110"', { id: 'flow_di', part: 'label', attribute: 'y' }],
  ])('differ in %s', (_, old, now, edit) => {
    expect(changed((xml) => xml.replace(old, now))?.values).toEqual([expect.objectContaining(edit)]);
  });

  it('differ in the same way where they are of a case', () => {
    const text = `<cmmndi:Size width="100" height="90" />
<cmmndi:CMMNEdge id="on_di" cmmnElementRef="on">
  <di:waypoint x="1" y="2" />
  <cmmndi:CMMNLabel>
    <dc:Bounds x="3" y="4" width="5" height="6" />`;
    const [lines, next] = [text, text.replace('x="3"', 'x="7"').replace('"100"', '"104"')].map((one) =>
      one.split('\n'),
    );
    expect(differences(lines ?? [], next ?? [])?.values).toEqual([
      { id: 'on_di', part: 'label', attribute: 'x', before: '3', after: '7' },
    ]);
  });

  it('differ in an id, where it is another everywhere', () => {
    const found = changed((xml) => xml.replaceAll('"check"', '"look"').replaceAll('flow_check_end', 'flow_look_end'));
    expect(found).toEqual({
      values: [],
      renames: new Map([
        ['check', 'look'],
        ['flow_check_end', 'flow_look_end'],
      ]),
    });
  });

  it.each([
    ['a line that is new', (xml: string) => xml.replace('    <task', '    <task id="other"/>\n    <task')],
    ['another kind of step', (xml: string) => xml.replaceAll('task', 'userTask')],
    ['another attribute', (xml: string) => xml.replace('name="Check"', 'label="Check"')],
    ['an id that is left somewhere', (xml: string) => xml.replace('id="check"', 'id="look"')],
    ['a flow that leads elsewhere', (xml: string) => xml.replace('targetRef="end"', 'targetRef="check"')],
    ['a value with an entity', (xml: string) => xml.replace('"Check"', '"&lt;"')],
    ['words between tags', (xml: string) => xml.replace('</task>', 'words</task>')],
  ])('must be read anew for %s', (_, change) => {
    expect(changed(change)).toBeUndefined();
  });

  it('must be read anew where a comment may hide a tag', () => {
    const commented = before.replace('<process', '<!--\n  <task id="check" name="Check"/>\n-->\n<process');
    const lines = (xml: string) => xml.split('\n');
    expect(differences(lines(commented), lines(commented.replace('name="Check"', 'name="Look"')))).toBeUndefined();
  });

  it('differ in nothing', () => {
    expect(changed((xml) => xml)).toEqual({ values: [], renames: new Map() });
  });
});
