import { type QuickPickItem, Uri, window, workspace } from 'vscode';

/** An example that comes with the extension. */
interface Example extends QuickPickItem {
  readonly description: string;
  readonly text: string;
}

/**
 * Opens one of the examples as a new file that is not saved yet: the one of this name (without its ending), else the one that a
 * person chooses. Returns its address; undefined if nothing was chosen.
 */
export async function newFromExample(extension: Uri, name?: string): Promise<Uri | undefined> {
  const folder = Uri.joinPath(extension, 'examples');
  const files = (await workspace.fs.readDirectory(folder))
    .map(([file]) => file)
    .filter((file) => file.endsWith('.procedo'));
  const wanted = name === undefined ? files : files.filter((file) => file === `${name}.procedo`);
  const examples = await Promise.all(wanted.map((file) => read(Uri.joinPath(folder, file))));
  const chosen = name === undefined ? await choose(examples) : examples[0];
  if (!chosen) {
    return undefined;
  }
  const document = await workspace.openTextDocument({ language: 'procedo', content: chosen.text });
  await window.showTextDocument(document);
  return document.uri;
}

/** What an example may hold, in the order in which they are offered. */
const kinds = ['process', 'case', 'process and case'];

/** Offers the examples, of each kind the short ones first. */
function choose(examples: readonly Example[]): Thenable<Example | undefined> {
  const sorted = examples.toSorted(
    (a, b) => kinds.indexOf(a.description) - kinds.indexOf(b.description) || a.text.length - b.text.length,
  );
  const placeHolder = 'An example to begin with';
  return window.showQuickPick(sorted, { placeHolder, matchOnDescription: true, matchOnDetail: true });
}

/** The comment in the first line of an example says what it is about, its root elements what it is and is called. */
async function read(file: Uri): Promise<Example> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  const roots = [...text.matchAll(/^(process|case) \S+ "([^"]*)"/gm)];
  const held = new Set(roots.map(([, kind]) => kind));
  return {
    label: roots[0]?.[2] ?? file.path.split('/').at(-1) ?? '',
    description: [...held].sort().reverse().join(' and '),
    detail: /^\/\/ (.*)$/m.exec(text)?.[1] ?? '',
    text,
  };
}
