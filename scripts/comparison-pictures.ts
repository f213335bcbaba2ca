/**
 * Comparisons that stand in the documentation: where a page has two texts, a picture of `docs/images/review` behind them and a block
 * of plain text behind it, the picture and that block are what `procedo diff` makes of the two texts.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** Holds nothing but these pictures. */
export const comparisonPictures = 'docs/images/review';

const page = 'docs/review.md';
const comparison =
  /^```procedo\n((?:(?!```).)*)^```\n\n(?:[^\n`]+\n\n)?```procedo\n((?:(?!```).)*)^```\n\n!\[[^\]]*\]\(images\/review\/([^)]+)\)\n\n```text\n((?:(?!```).)*)```$/gms;

/**
 * Compares every pair of texts of the page.
 * @param diff compares `before.procedo` with `after.procedo` in a folder and returns what it prints
 * @returns the page and its pictures by their path from the root of the project
 */
export function compareBlocks(
  root: string,
  scratch: string,
  diff: (folder: string, ...options: string[]) => string,
): Map<string, string> {
  const made = new Map<string, string>();
  const text = readFileSync(join(root, page), 'utf8').replace(comparison, (whole, before, after, picture, told) => {
    const name = basename(picture, '.svg');
    const folder = join(scratch, 'review', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'before.procedo'), before);
    writeFileSync(join(folder, 'after.procedo'), after);
    made.set(`${comparisonPictures}/${picture}`, diff(folder, '--format', 'svg'));
    return whole.replace(`\`\`\`text\n${told}`, () => `\`\`\`text\n${diff(folder)}`);
  });
  return made.set(page, text);
}
