/** What tools write for themselves stands in the layout file, and what is said in the text later comes to it. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { elementsById, type Lane, readModel } from '../../src/model/index.ts';
import { exportXml, loadImport, open } from '../../src/workspace/index.ts';

const { ModelImporter } = await loadImport();
const bytes = readFileSync('test/fixtures/import/drawn-by-a-tool.bpmn');
const made = await new ModelImporter().import(
  await open('drawn.bpmn', bytes, { read: async () => undefined, siblings: async () => [] }),
);
if ('problems' in made) throw new Error(JSON.stringify(made.problems));
const { text, layout = '' } = made;

/** The elements of the file that is exported of a text beside the layout file of the import. */
async function exported(edited: string) {
  const document = await open('drawn.procedo', new TextEncoder().encode(edited), {
    read: async (path) => (path.endsWith('.layout') ? new TextEncoder().encode(layout) : undefined),
    siblings: async () => [],
  });
  const xml = exportXml(document) ?? '';
  const { definitions } = readModel(xml);
  return { xml, byId: elementsById(definitions as NonNullable<typeof definitions>) };
}

test('a step has its colour, and what the text says of vendors', async () => {
  const edited = text.replace('"Choose a meal"', '"Choose a meal" @zeebe:userTask()');
  const { xml, byId } = await exported(`namespace zeebe "http://camunda.org/schema/zeebe/1.0"\n${edited}`);
  const holder = byId.get('sid-8f')?.get('extensionElements') as { values: { $type: string }[] };
  expect(holder.values.map(({ $type }) => $type)).toEqual([
    'signavio:signavioMetaData',
    'signavio:signavioMetaData',
    'zeebe:userTask',
  ]);
  const count = (file: string) => file.match(/<(bpmn:)?extensionElements\b/g)?.length;
  expect(count(xml)).toBe(count(bytes.toString()));
});

test('a new step stands in the lane that is only drawn', async () => {
  const { byId } = await exported(text.replace('  end "Fed"', '  task added "Wait"\n  end "Fed"'));
  expect((byId.get('sid-6f') as Lane).flowNodeRef.map(({ id }) => id)).toContain('added');
});

test('lanes of the text take its place', async () => {
  const { byId } = await exported(text.replace('  end "Fed"', '  in kitchen "Kitchen" end "Fed"'));
  expect(byId.get('sid-6f')).toBeUndefined();
  expect((byId.get('kitchen') as Lane).flowNodeRef.map(({ id }) => id)).toEqual(['sid-12f']);
});
