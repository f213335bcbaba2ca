import { URI } from 'langium';
import { expect, test } from 'vitest';
import { createProcedoServices } from '../../src/language/index.ts';
import { exportXml, type LiveModel, LiveRoad, noFiles, open } from '../../src/workspace/index.ts';

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
