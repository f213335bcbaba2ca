import { Command } from 'commander';
import type { SourceDocument } from '../../workspace/index.ts';
import { type Conversion, convertInputs, withEnding } from '../convert.ts';
import type { ExitCode } from '../exit-code.ts';
import { type Input, textEndings, xmlEndings } from '../inputs.ts';
import type { Shell } from '../shell.ts';

const examples = `
Examples:
  procedo export order.procedo -o order.bpmn   a BPMN file with its drawing
  procedo export processes/ -o build/          each text of a folder
  procedo export a.bpmn                        the same model, written by us
`;

interface ExportOptions {
  readonly output?: string;
}

/** `procedo export`: text → XML with its drawing; XML → the same XML. */
export function exportCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  const converter = { endings: [...textEndings, ...xmlEndings], convert: exportOne };
  return new Command('export')
    .summary('write text as BPMN XML with its drawing')
    .description(
      'Writes text as BPMN XML with its drawing. XML is read and written again, with nothing drawn that was not.\n' +
        'A text with errors is not written.',
    )
    .argument('<path...>', 'files, folders, or - for standard input')
    .option('-o, --output <path>', 'file or folder to write to')
    .option('--bpmn', 'write BPMN XML (what is written where nothing else is asked for)')
    .addHelpText('after', examples)
    .action(async (paths: string[], { output }: ExportOptions) =>
      end(await convertInputs(paths, output, converter, shell)),
    );
}

async function exportOne(document: SourceDocument, input: Input): Promise<Conversion> {
  const { exportXml } = await import('../road.ts');
  const content = exportXml(document);
  const place = document.kind === 'text' ? withEnding(input.place, '.bpmn') : input.place;
  return { products: content === undefined ? [] : [{ place, content }], problems: document.problems };
}
