/** A text that is being written: whatever is there so far, the steps that are whole stay in the picture. */
import { readdirSync, readFileSync } from 'node:fs';
import { URI } from 'langium';
import { expect, test } from 'vitest';
import { createProcedoServices } from '../../src/language/index.ts';
import { allElements } from '../../src/model/index.ts';
import { type LiveModel, LiveRoad } from '../../src/workspace/index.ts';

/** One token in so many is a place to stop typing; prime, so that the places differ from file to file. */
const stride = 7;
const services = createProcedoServices();
const road = new LiveRoad();
let opened = 0;

async function modelOf(text: string): Promise<LiveModel> {
  const { LangiumDocumentFactory, LangiumDocuments, DocumentBuilder } = services.shared.workspace;
  const document = LangiumDocumentFactory.fromString(text, URI.parse(`file:///prefix${opened++}.procedo`));
  LangiumDocuments.addDocument(document);
  await DocumentBuilder.build([document], { validation: true });
  const model = road.compiled(document);
  LangiumDocuments.deleteDocument(document.uri);
  return model;
}

/** The labels of the steps and plan items, with the line that their header ends on. */
function labelsOf({ models, sourceMap }: LiveModel): { label: string; line: number }[] {
  const elements = models.flatMap((model) => [...allElements(model)]);
  return elements.flatMap((element) => {
    const label = ['bpmn:FlowNode', 'cmmn:PlanItem'].some((type) => element.$instanceOf(type))
      ? element.get('name')
      : undefined;
    const range = sourceMap.rangeOf(String(element.get('id')));
    return typeof label === 'string' && range ? [{ label, line: range.end.line }] : [];
  });
}

const folders = ['examples', 'test/fixtures/language/samples'];
const files = folders.flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`));
const texts = files.filter((file) => file.endsWith('.procedo'));

test.each(texts)('%s, cut at its tokens', async (file) => {
  const text = readFileSync(file, 'utf8');
  const steps = labelsOf(await modelOf(text));
  const ends = [...text.matchAll(/\w+|[^\w\s]/g)].map((match) => match.index + match[0].length);
  expect(steps.length).toBeGreaterThan(3);
  for (const end of ends.filter((_, index) => index % stride === 0)) {
    const prefix = text.slice(0, end);
    const lastLine = prefix.split('\n').length - 1;
    const whole = steps.filter(({ line }) => line < lastLine).map(({ label }) => label);
    const drawn = labelsOf(await modelOf(prefix)).map(({ label }) => label);
    expect(drawn, JSON.stringify(prefix.slice(-60))).toEqual(expect.arrayContaining(whole));
  }
});
