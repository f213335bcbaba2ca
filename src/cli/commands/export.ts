import { Command, Option } from 'commander';
import { textEndings, xmlEndings } from '../../base/file-endings.ts';
import type { Problem } from '../../base/problem.ts';
import type { Notation, SourceDocument } from '../../workspace/index.ts';
import { type Conversion, conversions, convertInputs, withEnding, xmlPlace } from '../convert.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Input } from '../inputs.ts';
import { once } from '../once.ts';
import type { Shell } from '../shell.ts';

const road = once(() => import('../road.ts'));
const mermaid = once(() => import('../mermaid.ts'));

const examples = `
Examples:
  procedo export order.procedo -o order.bpmn   a BPMN file with its drawing
  procedo export claim.procedo -o claim.cmmn   the cases of a text
  procedo export processes/ -o build/          each text of a folder
  procedo export a.bpmn                        the same model, written by us
  procedo export a.bpmn --mermaid              a bpmn-beta diagram for Mermaid
`;

interface ExportOptions {
  readonly output?: string;
  readonly bpmn?: boolean;
  readonly cmmn?: boolean;
  readonly mermaid?: boolean;
}

/** `procedo export`: text → XML with its drawing; XML → the same XML. */
export function exportCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('export')
    .summary('write text as BPMN or CMMN XML')
    .description(
      'Writes text as XML: its processes as BPMN, its cases as CMMN, with their drawing. A text with both becomes two files in\n' +
        'a folder, or the one that the ending or an option names. XML is read and written again, with nothing drawn that was not.\n' +
        "A text with errors is not written. With --mermaid processes, of text or XML, become diagrams of Mermaid's proposed\n" +
        'bpmn-beta; each kind of fact that these cannot say is told.',
    )
    .argument('<path...>', 'files, folders, or - for standard input')
    .option('-o, --output <path>', 'file or folder to write to')
    .addOption(new Option('--bpmn', 'only the processes of a text, as BPMN XML').conflicts(['cmmn', 'mermaid']))
    .addOption(new Option('--cmmn', 'only the cases of a text, as CMMN XML').conflicts('mermaid'))
    .option('--mermaid', "the processes, as Mermaid's bpmn-beta (.mmd)")
    .addHelpText('after', examples)
    .action(async (paths: string[], options: ExportOptions) =>
      end(await convertInputs(paths, options, exporting, shell)),
    );
}

export const exporting = conversions<ExportOptions>({
  name: 'export',
  endings: [...textEndings, ...xmlEndings],
  convert: (document, input, options, severally) =>
    isMermaid(options) ? exportMermaid(document, input) : exportOne(document, input, wanted(options), severally),
});

/** The notation that the options or the ending of the output name. */
function wanted({ output, bpmn, cmmn }: ExportOptions): Notation | undefined {
  if (bpmn || output?.endsWith('.bpmn')) return 'bpmn';
  return cmmn || output?.endsWith('.cmmn') ? 'cmmn' : undefined;
}

function isMermaid({ output, mermaid }: ExportOptions): boolean {
  return mermaid ?? output?.endsWith('.mmd') ?? false;
}

async function exportMermaid(document: SourceDocument, { place }: Input): Promise<Conversion> {
  const { mermaidOf } = await mermaid();
  const { value: content, problems } = mermaidOf(document);
  return {
    products: content === undefined ? [] : [{ place: withEnding(place, '.mmd'), content }],
    problems: [...document.problems, ...problems],
  };
}

async function exportOne(
  document: SourceDocument,
  input: Input,
  notation: Notation | undefined,
  severally: boolean,
): Promise<Conversion> {
  const { exportXml, notationsOf } = await road();
  const { kind, problems } = document;
  if (kind !== 'text') {
    const content = exportXml(document);
    const place = kind === 'mermaid' ? withEnding(input.place, '.bpmn') : xmlPlace(input, document);
    return { products: content === undefined ? [] : [{ place, content }], problems };
  }
  const there = notationsOf(document);
  if (notation && !there.includes(notation)) return { products: [], problems: [...problems, nothingOf(notation)] };
  const chosen = notation ? [notation] : severally ? there : there.slice(0, 1);
  const products = chosen.flatMap((one) => {
    const content = exportXml(document, one);
    return content === undefined ? [] : [{ place: withEnding(input.place, `.${one}`), content }];
  });
  return { products, problems };
}

function nothingOf(notation: Notation): Problem {
  const what = notation === 'cmmn' ? 'no case' : 'nothing but cases and what they use';
  const other = notation === 'cmmn' ? 'bpmn' : 'cmmn';
  return {
    severity: 'error',
    code: 'nothing-to-export',
    message: `The text holds ${what}: write it with --${other}.`,
  };
}
