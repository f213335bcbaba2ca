/** What mending does with fixes that do not take their finding away, and with files in which references lead to the wrong kind. */
import { expect, test } from 'vitest';
import { type ActiveRule, ruleNamed, rules } from '../../src/lint/index.ts';
import { mend } from '../../src/workspace/fix-rounds.ts';
import { editsFor } from '../../src/workspace/fixes.ts';
import { noFiles, type SourceDocument, SourceReader } from '../../src/workspace/index.ts';
import { lintDocument } from '../../src/workspace/lint-document.ts';

const reader = new SourceReader(noFiles);
const read = (text: string) => reader.open('test.bpmn', new TextEncoder().encode(text));
const on = (list: typeof rules): ActiveRule[] =>
  list.map((rule) => ({ rule, severity: rule.severity, options: rule.options ?? {} }));
const head =
  '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://example.org/fix">';

test('a fix after which the finding is still there mends nothing, and is not tried for ever', async () => {
  const document = await read(
    `${head}<process id="p"><startEvent id="s"/><task id="t"/><sequenceFlow id="f" sourceRef="s" targetRef="t"/></process></definitions>`,
  );
  const [rule] = ruleNamed('start-event-required');
  let asked = 0;
  const lint = (one: SourceDocument) => {
    asked++;
    const found = lintDocument(one, on(rules));
    const [first] = found.filter(({ fix }) => fix);
    // A finding that stays, whatever is done.
    return first && rule ? [{ ...first, rule, element: 's', message: 'It stays.' }] : [];
  };
  const mended = await mend(document, { lint, reopen: read, isWanted: () => true });
  expect(mended.count).toBe(0);
  expect(mended.document).toBe(document);
  expect(asked).toBeLessThan(5);
});

test('flows that lead to what is no node do not hinder the fixes of others', async () => {
  const document = await read(
    `${head}<process id="p"><startEvent id="s"><outgoing>f</outgoing></startEvent><sequenceFlow id="f" sourceRef="s" targetRef="t"/><task id="t" name="Work"><incoming>f</incoming></task><textAnnotation id="note"/><sequenceFlow id="g" sourceRef="t" targetRef="note"/><sequenceFlow id="h" sourceRef="note" targetRef="t"/></process></definitions>`,
  );
  const findings = lintDocument(document, on(rules)).filter(({ fix }) => fix);
  expect(findings.length).toBeGreaterThan(0);
  for (const finding of findings) expect(() => editsFor(document, [finding])).not.toThrow();
});
