import type { Construct } from '../../src/language/construct.ts';
import { constructGroups } from '../../src/language/constructs.ts';
import { isWholeFile } from './whole-file.ts';

const heading = '## Reference';

/** docs/language.md with its reference made anew from the table of constructs; all before the heading stays. */
export function withReference(docs: string): string {
  const at = docs.indexOf(`\n${heading}\n`);
  if (at < 0) throw new Error(`docs/language.md has no heading "${heading}".`);
  const intro =
    'Made from `src/language/constructs*.ts`, the table that completion and hover read too: change it there and run `npm run test:update`.';
  const groups = constructGroups.map(({ title, constructs }) => {
    const standard = title === 'Cases' ? 'CMMN' : 'BPMN';
    return `### ${title}\n\n${groupSection(constructs, standard)}`;
  });
  return `${docs.slice(0, at)}\n${[heading, intro, ...groups].join('\n\n')}\n`;
}

/** What opens a statement, each with its example; then the words inside statements, as a table. */
function groupSection(constructs: readonly Construct[], standard: string): string {
  const opens = (construct: Construct): boolean => construct.places !== undefined || construct.keyword === '->';
  const statements = constructs.filter((construct) => opens(construct) && construct.role !== 'clause');
  const words = constructs.filter((construct) => !statements.includes(construct));
  const parts = statements.map(statementEntry);
  if (words.length > 0) parts.push(wordTable(words, standard));
  return parts.join('\n\n');
}

function statementEntry({ keyword, term, means, example }: Construct): string {
  const info = isWholeFile(example) ? 'procedo' : 'procedo body';
  return `**\`${keyword}\`** · ${term}\\\n${means}\n\n\`\`\`${info}\n${example}\n\`\`\``;
}

function wordTable(words: readonly Construct[], standard: string): string {
  const rows = words.map(({ keyword, term, means }) => {
    const meaning = means.replaceAll('|', '\\|');
    return `| \`${keyword}\` | ${term} | ${meaning} |`;
  });
  return [`| word | in ${standard} | meaning |`, '|---|---|---|', ...rows].join('\n');
}
