import { Command } from 'commander';
import { xmlEndings } from '../../base/file-endings.ts';
import type { SourceDocument } from '../../workspace/index.ts';
import { type Conversion, conversions, convertInputs, xmlPlace } from '../convert.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Input } from '../inputs.ts';
import { once } from '../once.ts';
import type { Shell } from '../shell.ts';

const road = once(() => import('../road.ts'));

const examples = `
Examples:
  procedo layout order.bpmn -o order.bpmn   in place
  procedo layout models/ -o tidy/           every model of a folder
`;

interface LayoutOptions {
  readonly output?: string;
}

/** `procedo layout`: XML → XML, every drawing in it made anew. */
export function layoutCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('layout')
    .summary('draw a BPMN or CMMN file anew')
    .description('Makes every drawing in a BPMN or CMMN file anew; all else in it stays.')
    .argument('<path...>', 'files, folders, or - for standard input')
    .option('-o, --output <path>', 'file or folder to write to')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: LayoutOptions) =>
      end(await convertInputs(paths, options, layingOut, shell)),
    );
}

export const layingOut = conversions<LayoutOptions>({ name: 'layout', endings: xmlEndings, convert: layoutOne });

async function layoutOne(document: SourceDocument, input: Input): Promise<Conversion> {
  if (document.kind === 'text' || document.kind === 'mermaid') return { products: [], problems: [textIsLaidOut] };
  const { layoutXml } = await road();
  const { value: content, problems } = layoutXml(document);
  return {
    products: content === undefined ? [] : [{ place: xmlPlace(input, document), content }],
    problems: [...document.problems, ...problems],
  };
}

const textIsLaidOut = {
  severity: 'error',
  code: 'not-xml',
  message: 'Text holds no drawing to make anew: "procedo export" writes it as XML, laid out.',
} as const;
