/** A file of cases as text, and the text as a file again. */
import { exportXml, type Files, loadImport, open } from '../../src/workspace/index.ts';

const { ModelImporter } = await loadImport();
const importer = new ModelImporter();

function filesWith(layout: string): Files {
  return {
    read: async (path) => (path.endsWith('.layout') ? new TextEncoder().encode(layout) : undefined),
    siblings: async () => [],
  };
}

/** What a file becomes, what that is exported as, and what that becomes; undefined for a file that cannot be read. */
export async function roundTrip(name: string, bytes: Uint8Array) {
  const source = await open(name, bytes, filesWith(''));
  if (source.kind !== 'cmmn') return undefined;
  const made = await importer.import(source);
  if ('problems' in made) throw new Error(made.problems.map(({ message }) => message).join('\n'));
  const document = await open('x.procedo', new TextEncoder().encode(made.text), filesWith(made.layout ?? ''));
  const xml = new TextEncoder().encode(exportXml(document, 'cmmn') ?? '');
  const again = await importer.import(await open(name, xml, filesWith('')));
  return { made, xml, again, problems: document.problems.filter(({ severity }) => severity === 'error') };
}
