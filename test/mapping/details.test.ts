import { readdirSync } from 'node:fs';
import { AstUtils, GrammarAST } from 'langium';
import { expect, test } from 'vitest';
import { blockType } from '../../src/language/details/detail-entry.ts';
import { createProcedoServices, idsOf } from '../../src/language/index.ts';
import { compile } from '../../src/mapping/index.ts';
import { elementsById, writeModel } from '../../src/model/index.ts';
import { readTexts } from '../language/read-text.ts';
import { parseFile, parseText } from './text.ts';

/** The kinds of element that take `with` or a block of details, by the grammar; a decision and what is half typed are no part of a BPMN model. */
function detailedRules(): string[] {
  const { rules } = createProcedoServices().Procedo.Grammar;
  const calls = (rule: GrammarAST.AbstractRule) => AstUtils.streamAllContents(rule).filter(GrammarAST.isRuleCall);
  const takes = (rule: GrammarAST.AbstractRule, names: readonly string[]) =>
    calls(rule).some((call) => names.includes(call.rule.$refText));
  const elements = rules.filter((rule) => GrammarAST.isParserRule(rule) && !rule.fragment);
  const fragments = rules.filter((rule) => GrammarAST.isParserRule(rule) && rule.fragment && takes(rule, ['Rest']));
  const names = ['Rest', 'Details', ...fragments.map(({ name }) => name)];
  return elements.filter((rule) => takes(rule, names)).map(({ name }) => name);
}

test('every kind of element carries what `with` and vendors say', async () => {
  const model = await parseFile('test/fixtures/mapping/details.everywhere.procedo');
  const xml = writeModel(compile(model).value.definitions);
  const ofCases = ['Case', 'Role', 'FileItem', 'PlanItem'];
  const kinds = detailedRules().filter((name) => !['Decision', 'Detail', 'UnknownRoot', ...ofCases].includes(name));
  expect(kinds.length).toBeGreaterThan(24);
  for (const kind of kinds) {
    expect(xml, kind).toContain(`<bpmn:documentation>${kind}</bpmn:documentation>`);
    expect(xml, kind).toContain(` v:in="${kind}"`);
  }
});

const fixtures = readdirSync('test/fixtures/mapping').filter((name) => name.endsWith('.procedo'));

test.each(fixtures)('%s: `with` speaks of the type that each element has', async (name) => {
  const model = await parseFile(`test/fixtures/mapping/${name}`);
  const elements = elementsById(compile(model).value.definitions);
  const made = [...idsOf(model).idOf].flatMap(([node, id]) => {
    const element = elements.get(id);
    const type = element && blockType(node);
    return type ? [[`${node.$type} ${id}`, type.name, element.$type] as const] : [];
  });
  expect(made.length).toBeGreaterThan(0);
  expect(made.filter(([, expected, actual]) => expected !== actual)).toEqual([]);
});

async function compiled(text: string): Promise<{ readonly xml: string; readonly problems: readonly string[] }> {
  const { value, problems } = compile(await parseText(text));
  const shown = problems.map(
    ({ code, range }) => `${(range?.start.line ?? 0) + 1}:${(range?.start.character ?? 0) + 1} ${code}`,
  );
  return { xml: writeModel(value.definitions), problems: shown };
}

test('a group shows the value that it names, so its label is no other', async () => {
  const category = 'define category c { categoryValue named "Urgent"  categoryValue unnamed }';
  const { xml, problems } = await compiled(
    `${category}\nprocess p {\ngroup a "Urgent" with { categoryValueRef: named }\ngroup b "Slow" with { categoryValueRef: unnamed }\ngroup d "Other" with { categoryValueRef: named }\n}`,
  );
  expect(problems).toEqual(['5:1 group-label']);
  expect(xml).toContain('<bpmn:categoryValue id="unnamed" value="Slow" />');
});

test('two kinds of one part are told', async () => {
  const { problems } = await compiled('process p {\ntask a loop with { multiInstanceLoopCharacteristics { } }\n}');
  expect(problems).toEqual(['2:20 repeated-detail']);
});

test('what words say is not said again', async () => {
  const { xml, problems } = await compiled(`message M
message N
process p {
start s on message M with { messageEventDefinition {
  messageRef: N } }
task a loop while \`x\` max 3 with { standardLoopCharacteristics { loopMaximum: 5
  loopCondition: \`y\` } }
catch c on timer after \`P1D\` with { timerEventDefinition {
  timeDuration: \`P2D\`
  timeDate: \`2027-01-01\` } }
}`);
  expect(problems.toSorted()).toEqual([
    '5:3 repeated-detail',
    '6:66 repeated-detail',
    '7:3 repeated-detail',
    '9:3 repeated-detail',
  ]);
  expect(xml).not.toMatch(/"N" \/>\s*<\/bpmn:start|loopMaximum="5"|>y<|P2D/);
  expect(xml).toContain('2027-01-01');
});

test('a half-typed detail is left out, and costs no more', async () => {
  const { xml, problems } = await compiled(
    'process p with { foo: 1 processType: "Public" isClosed: isClosed auditing: "x" @v: @v:x @v:y() } { start end }',
  );
  expect(problems).toEqual([]);
  expect(xml).toContain('<bpmn:process id="p" processType="Public" isExecutable="false">');
});

test('what is named in another file comes along if it is a definition, and is named if it is not', async () => {
  const [main] = await readTexts([
    'process p {\nservice s with { operationRef: book }\n}\nprocess q with { supports: other } { start end }',
    'message M\nprocess other { start first end last }\ndefine interface Ledger "Ledger" with { }\n',
    'define interface Shop "Shop" { operation book "Book" { inMessageRef: M } }',
  ]);
  const { value, problems } = compile((main ?? { model: await parseText('') }).model);
  const xml = writeModel(value.definitions);
  expect(problems).toEqual([]);
  expect(xml).toContain('<bpmn:interface id="Shop" name="Shop">');
  expect(xml).toContain('<bpmn:inMessageRef>M</bpmn:inMessageRef>');
  expect(xml).toContain('<bpmn:message id="M" />');
  expect(xml).toContain('operationRef="book"');
  expect(xml).toContain('<bpmn:supports>other</bpmn:supports>');
});

test('what comes along from another file keeps what its prefixes mean', async () => {
  const [main] = await readTexts([
    'namespace v "urn:one"\nprocess p @v:a = "1" {\nservice s with { operationRef: book }\ncatch on message M\n}',
    'namespace v "urn:two"\nmessage M : I @v:b = "2"\nitem I : v:T\ndefine interface Shop { operation book { @v:c(@v:d = "3") } }',
  ]);
  const xml = main ? writeModel(compile(main.model).value.definitions) : '';
  expect(xml).toContain('xmlns:v="urn:one" xmlns:v1="urn:two"');
  expect(xml).toContain('v:a="1"');
  expect(xml).toContain('<bpmn:message id="M" itemRef="I" v1:b="2" />');
  expect(xml).toContain('structureRef="v1:T"');
  expect(xml).toContain('<v1:c v1:d="3" />');
});

test('a prefix that cannot be declared is left out, and costs no more', async () => {
  const head = 'namespace xmlns "urn:x"\nnamespace blank " "\nnamespace \'a b\' "urn:y"\n';
  const { xml } = await compiled(
    `${head}process p @xmlns:v = "1" @blank:a = "2" @'a b':c = "3" @nothing:d() @xml:lang = "fr" { start end }`,
  );
  expect(xml).toContain('<bpmn:process id="p" isExecutable="false" xml:lang="fr">');
});
