import { readdirSync, readFileSync } from 'node:fs';
import { EmptyFileSystem, URI } from 'langium';
import { describe, expect, test } from 'vitest';
import { createProcedoServices, problemsOf } from '../../src/language/index.ts';
import { activityTransitions, fileTransitions, occurrenceTransitions } from '../../src/language/transitions.ts';
import { withReference } from './reference-section.ts';
import { wholeFile } from './whole-file.ts';

const root = new URL('../../', import.meta.url);
const pages = ['README.md', ...readdirSync(new URL('docs/', root)).map((name) => `docs/${name}`)];

/** A block of text in the documentation: ` ```procedo ` holds a file, ` ```procedo body ` statements of a process. */
interface Block {
  readonly name: string;
  readonly text: string;
}

const blocks: Block[] = pages
  .filter((page) => page.endsWith('.md'))
  .flatMap((page) => {
    const text = readFileSync(new URL(page, root), 'utf8');
    return [...text.matchAll(/^```procedo( body)?\n(.*?)^```$/gms)].map(([, body, block = ''], index) => ({
      name: `${page}, block ${index + 1}`,
      text: body ? wholeFile(block.trimEnd()) : block,
    }));
  });

describe('every block of the documentation is right', () => {
  test.each(blocks.map((block) => [block.name, block.text] as const))('%s', async (name, text) => {
    const { shared } = createProcedoServices(EmptyFileSystem);
    const uri = URI.parse(`file:///${encodeURIComponent(name)}.procedo`);
    const document = shared.workspace.LangiumDocumentFactory.fromString(text, uri);
    await shared.workspace.DocumentBuilder.build([document], { validation: true });
    const errors = problemsOf(document).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ message, range }) => `${(range?.start.line ?? 0) + 1}: ${message}`)).toEqual([]);
  });
});

test('the reference in docs/language.md says what the table of constructs says', async () => {
  const file = new URL('docs/language.md', root);
  await expect(withReference(readFileSync(file, 'utf8'))).toMatchFileSnapshot(file.pathname);
});

test('the transitions of docs/language.md are those of the language', () => {
  const page = readFileSync(new URL('docs/language.md', root), 'utf8');
  for (const transitions of [activityTransitions, occurrenceTransitions, fileTransitions]) {
    const rows = transitions.map(({ verb, event, means }) => `| \`${verb}\` | ${event} | ${means} |`);
    expect(page).toContain(`|---|---|---|\n${rows.join('\n')}\n\n`);
  }
});
