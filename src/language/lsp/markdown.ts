import type { Construct } from '../construct.ts';

/** Text of a user as Markdown that shows it to the letter: labels never become markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!|<>&~]/g, (character) => `\\${character}`).replace(/\r\n|\r|\n/g, ' ');
}

/** What a construct means, with its name in the standard and an example: the hover of a keyword. */
export function constructMarkdown(construct: Construct): string {
  return `**${escapeMarkdown(construct.keyword)}** — ${escapeMarkdown(construct.term)}\n\n${construct.means}\n\n\`\`\`procedo\n${construct.example}\n\`\`\``;
}
