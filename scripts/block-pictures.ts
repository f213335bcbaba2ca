/**
 * Pictures of texts that stand in the documentation: where a page has a picture of `docs/images/texts` right behind a block of text,
 * it is drawn from that block. So a page shows what its text makes, and the text is there to be copied.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, posix } from 'node:path';

/** Holds nothing but these pictures. */
export const textPictures = 'docs/images/texts';

/** A text, and the path of its picture from the root of the project. */
interface BlockPicture {
  readonly text: string;
  readonly picture: string;
}

/**
 * Draws every such picture, all in one go.
 * @param draw renders a folder of texts into another one, which keeps the paths
 * @returns the pictures by their path from the root of the project
 */
export function drawBlocks(
  root: string,
  scratch: string,
  draw: (from: string, to: string) => void,
): Map<string, string> {
  const [texts, drawn] = [join(scratch, 'texts'), join(scratch, 'drawn')];
  const blocks = blocksWithPicture(root).map((block) => ({ ...block, name: basename(block.picture, '.svg') }));
  for (const { name, text } of blocks) {
    // A folder each: the files of a folder share their names.
    mkdirSync(join(texts, name), { recursive: true });
    writeFileSync(join(texts, name, `${name}.procedo`), text);
  }
  if (blocks.length > 0) draw(texts, drawn);
  return new Map(blocks.map(({ name, picture }) => [picture, readFileSync(join(drawn, name, `${name}.svg`), 'utf8')]));
}

function blocksWithPicture(root: string): BlockPicture[] {
  const pages = ['README.md', ...readdirSync(join(root, 'docs')).map((name) => `docs/${name}`)];
  return pages
    .filter((page) => page.endsWith('.md'))
    .flatMap((page) => {
      const found = readFileSync(join(root, page), 'utf8').matchAll(
        /^```procedo\n((?:(?!```).)*)^```\n\n!\[[^\]]*\]\(([^)]+)\)$/gms,
      );
      return [...found].map(([, text = '', target = '']) => ({
        text,
        picture: posix.join(posix.dirname(page), target),
      }));
    })
    .filter(({ picture }) => picture.startsWith(`${textPictures}/`));
}
