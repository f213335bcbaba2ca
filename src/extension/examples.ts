import { type QuickPickItem, Uri, window, workspace } from 'vscode';

/** An example that comes with the extension. */
interface Example extends QuickPickItem {
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

function choose(examples: readonly Example[]): Thenable<Example | undefined> {
  const placeHolder = 'An example to begin with';
  return window.showQuickPick(examples, { placeHolder, matchOnDescription: true, matchOnDetail: true });
}

/** The comment in the first line of an example says what it is about, its root elements what it is and is called. */
async function read(file: Uri): Promise<Example> {
  const text = new TextDecoder().decode(await workspace.fs.readFile(file));
  const roots = [...text.matchAll(/^(process|case) \S+ "([^"]*)"/gm)];
  const kinds = new Set(roots.map(([, kind]) => kind));
  return {
    label: roots[0]?.[2] ?? file.path.split('/').at(-1) ?? '',
    description: [...kinds].join(' and '),
    detail: /^\/\/ (.*)$/m.exec(text)?.[1] ?? '',
    text,
  };
}
