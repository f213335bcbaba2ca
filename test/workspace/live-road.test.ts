import { URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { createProcedoServices } from '../../src/language/index.ts';
import {
  diagramsShowing,
  drawnIds,
  exportXml,
  type LiveModel,
  LiveRoad,
  noFiles,
  open,
  render,
} from '../../src/workspace/index.ts';

const services = createProcedoServices();
const road = new LiveRoad();
const uri = URI.parse('file:///live.procedo');

/** The model of the same document with another text. */
async function live(text: string): Promise<LiveModel> {
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  if (LangiumDocuments.hasDocument(uri)) LangiumDocuments.deleteDocument(uri);
  const document = LangiumDocumentFactory.fromString(text, uri);
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document]);
  return road.compiled(document);
}

test('whatever was drawn before, the picture is that of the text', async () => {
  const texts = [
    'process p { start "Go" task a "A" xor q "Q?" { when "x" { task b } otherwise } end }',
    'process p { start "Go" task a "Another" xor q "Q?" { when "x" { task b "B" } otherwise } end }',
    'process p { start "Go on until it works" task a "Another" xor q "Q?" { when "x" { task b } otherwise } end }',
    'process p { start "Go" task b "A" end }',
    'process p { start "Go" task b "B" end }',
  ];
  for (const text of texts) {
    const fresh = await open('live.procedo', new TextEncoder().encode(text), noFiles);
    expect((await live(text)).xml).toBe(exportXml(fresh));
  }
});

describe('cases', () => {
  const processText = 'process p "Order" { start task a "A" end }';
  const caseText = (words: string, more = '') =>
    `case c "Claim" { file f "Letter" human h "${words}" reads f  ${more} milestone done "Done" enter when h completes }`;

  async function fresh(text: string, notation: 'bpmn' | 'cmmn'): Promise<string | undefined> {
    return exportXml(await open('live.procedo', new TextEncoder().encode(text), noFiles), notation);
  }

  test('whatever was drawn before, the picture is that of the text', async () => {
    const texts = [
      caseText('Look'),
      caseText('Look at it'),
      caseText('Look at it until nobody can say that it was not looked at any more'),
      caseText('Look', 'user event stop "Stop"'),
      `${processText} ${caseText('Look', 'user event stop "Stop it"')}`,
      `${processText} ${caseText('Look', 'stage s "Stage" { task t }')}`,
    ];
    for (const text of texts) expect((await live(text)).caseXml).toBe(await fresh(text, 'cmmn'));
  });

  test('a text makes what it holds and no more', async () => {
    const [both, one, other] = [
      await live(`${processText}\n${caseText('Look')}`),
      await live(caseText('Look')),
      await live(processText),
    ];
    expect(both.diagrams).toMatchObject([
      { name: 'Order', notation: 'bpmn' },
      { name: 'Claim', notation: 'cmmn' },
    ]);
    expect(both.xml).toBe(await fresh(`${processText}\n${caseText('Look')}`, 'bpmn'));
    expect([one.xml, one.models.length, one.diagrams.length]).toEqual(['', 1, 1]);
    expect([other.caseXml, other.models.length, other.diagrams.length]).toEqual(['', 1, 1]);
  });

  test('places lead both ways over both models', async () => {
    const { sourceMap, models } = await live(`${processText}\n${caseText('Look')}`);
    const place = (id: string) => sourceMap.rangeOf(id)?.start ?? { line: -1, character: -1 };
    expect([place('a').line, place('h').line, place('h_definition').line]).toEqual([0, 1, 1]);
    expect(sourceMap.idsAt(place('a'))).toEqual(['a', 'p']);
    expect(sourceMap.idsAt(place('h'))).toEqual(['h', 'h_definition', 'c', 'c_plan']);
    // A header ends before criteria, which have places of their own.
    const done = sourceMap.rangeOf('done')?.end;
    expect(done?.character).toBe(place('done_enter').character - 1);
    const [ofProcesses, ofCases] = models.map(drawnIds);
    expect(ofProcesses).toContain('a');
    for (const id of ['c_plan', 'h', 'f', 'done', 'done_enter', 'done_enter_sentry_on']) expect(ofCases).toContain(id);
    for (const id of ofCases ?? []) expect(sourceMap.rangeOf(id), id).toBeDefined();
  });

  test('several in a text have a diagram each, named by the case', async () => {
    const { diagrams, models } = await live('case c "Claim" { task t } case d "Appeal" { task u }');
    expect(diagrams).toEqual([
      { id: 'CMMNDiagram_1', name: 'Claim', notation: 'cmmn' },
      { id: 'CMMNDiagram_2', name: 'Appeal', notation: 'cmmn' },
    ]);
    expect(diagramsShowing(models, ['u'])).toEqual(['CMMNDiagram_2']);
    expect(diagramsShowing(models, ['d'])).toEqual(['CMMNDiagram_2']);
  });

  test('several in a text are a picture each, with their connectors', async () => {
    const text = 'case a { human t human u enter when t completes } case b { human v human w enter when v completes }';
    const document = await open('live.procedo', new TextEncoder().encode(text), noFiles);
    const { value, problems } = await render(document, { all: true });
    expect(problems).toEqual([]);
    expect(value.map(({ id }) => id)).toEqual(['CMMNDiagram_1', 'CMMNDiagram_2']);
    for (const [index, id] of ['u_enter_sentry_on', 'w_enter_sentry_on'].entries())
      expect(value[index]?.svg).toContain(`data-element-id="${id}`);
  });
});
