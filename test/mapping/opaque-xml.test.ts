/** `define xml`: one root element, to the letter, or a problem at its place. */
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/mapping/index.ts';
import { readModel, writeModel } from '../../src/model/index.ts';
import { parseText } from './text.ts';

async function compiled(
  xml: string,
  head = '',
  rest = '',
): Promise<{ readonly written: string; readonly problems: readonly string[] }> {
  const { value, problems } = compile(await parseText(`${head}define xml c { text: \`\`\`${xml}\`\`\` }\n${rest}`));
  const shown = problems.map(({ code, message, range }) => {
    const { line, character } = range?.start ?? { line: -1, character: -1 };
    return `${line}:${character} ${code}: ${message}`;
  });
  return { written: writeModel(value.definitions), problems: shown };
}

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';

describe('is kept to the letter', () => {
  test.each([
    ['an element', '<bpmn:choreography id="c"/>', ''],
    [
      'blanks and quotes',
      '<bpmn:choreography   id=\'c\'\n  name = "A &#38; B"><bpmn:documentation> x </bpmn:documentation></bpmn:choreography>',
      '',
    ],
    [
      'comments and CDATA inside',
      '<bpmn:choreography id="c"><!-- <no> --><bpmn:documentation><![CDATA[<b>]]></bpmn:documentation></bpmn:choreography>',
      '',
    ],
    ['a name space of its own', `<choreography xmlns="${BPMN}" id="c"/>`, ''],
    ['the prefix of the file', '<semantic:choreography id="c"/>', `namespace semantic "${BPMN}"\n`],
    ['a vendor inside', '<bpmn:choreography id="c" v:a="1"/>', 'namespace v "urn:v"\n'],
  ])('%s', async (_, xml, head) => {
    const { written, problems } = await compiled(xml, head);
    expect(problems).toEqual([]);
    expect(written).toContain(xml);
    const { definitions } = readModel(written);
    expect(definitions?.get('rootElements')).toMatchObject([{ $type: 'bpmn:Choreography', id: 'c' }]);
  });
});

describe('is told', () => {
  test.each([
    [
      'not closed',
      '<bpmn:choreography id="c">',
      '0:49 bad-xml: <bpmn:choreography> is not closed. Add </bpmn:choreography>.',
    ],
    ['two elements', '<bpmn:choreography id="c"/><bpmn:choreography id="d"/>', '0:'],
    ['an end tag that leaves the file', '</bpmn:definitions><x/>', '0:'],
    ['text around', 'hello <bpmn:choreography id="c"/>', '0:'],
    ['a declaration', '<?xml version="1.0"?><bpmn:choreography id="c"/>', '0:'],
    ['a document type', '<!DOCTYPE x [<!ENTITY e "boom">]><bpmn:choreography id="c"/>', '0:'],
    ['an entity', '<bpmn:choreography id="c" name="&boom;"/>', '0:'],
    ['an undeclared prefix', '<x:choreography id="c"/>', '0:'],
    [
      'no name space',
      '<choreography id="c"/>',
      '0:24 bad-xml: <choreography> is in no name space. Write <bpmn:choreography>.',
    ],
    ['no root element', '<bpmn:task id="c"/>', '0:24 bad-xml: <bpmn:task> is no root element of BPMN.'],
    ['nothing', '   ', '0:24 bad-xml: There is no element here.'],
    [
      'another id',
      '<bpmn:choreography id="d"/>',
      '0:0 opaque-id: The id of the element is `d`, so nothing finds it as `c`.',
    ],
    [
      'an id of the text',
      '<bpmn:choreography id="c"><bpmn:participant id="p"/></bpmn:choreography>',
      '0:0 duplicate-id',
    ],
  ])('%s', async (_, xml, expected) => {
    const { written, problems } = await compiled(xml, '', 'process p { start end }');
    expect(problems[0]).toContain(expected);
    expect(readModel(written).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('what refers to it names its id', async () => {
  const { written, problems } = await compiled(
    '<bpmn:choreography id="c"/>',
    '',
    'collaboration k with { choreographyRef: c } { pool a }',
  );
  expect(problems).toEqual([]);
  expect(written).toContain('<bpmn:choreographyRef>c</bpmn:choreographyRef>');
});
