import { Command, Option } from 'commander';
import { textEndings, xmlEndings } from '../../base/file-endings.ts';
import type { SourceDocument } from '../../workspace/index.ts';
import { type Conversion, conversions, convertInputs, type Product, withEnding } from '../convert.ts';
import type { ExitCode } from '../exit-code.ts';
import type { Input } from '../inputs.ts';
import { once } from '../once.ts';
import type { Shell } from '../shell.ts';

const road = once(() => import('../road.ts'));
const png = once(() => import('../png.ts'));

/** So many of the diagrams that are not drawn are named. */
const most = 5;

const examples = `
Examples:
  procedo render order.procedo -o order.svg
  procedo render order.bpmn -o order.png       a PNG picture, by the ending
  procedo render processes/ -o pictures/       the first diagram of every file
  procedo render order.bpmn --all -o pictures/ every diagram: order.ID.svg
`;

interface RenderOptions {
  readonly output?: string;
  readonly svg?: boolean;
  readonly png?: boolean;
  readonly diagram?: string;
  readonly all?: boolean;
}

/** `procedo render`: → picture, drawn without a browser. What has no drawing is laid out. */
export function renderCommand(shell: Shell, end: (code: ExitCode) => void): Command {
  return new Command('render')
    .summary('draw text or XML as a picture')
    .description('Draws text, BPMN or CMMN XML as a picture. What has no drawing is laid out.')
    .argument('<path...>', 'files, folders, or - for standard input')
    .option('-o, --output <path>', 'file or folder to write to')
    .addOption(new Option('--svg', 'an SVG picture (default, unless the output ends in .png)').conflicts('png'))
    .option('--png', 'a PNG picture, with the font it needs inside')
    .addOption(new Option('--diagram <id>', 'the diagram to draw instead of the first').conflicts('all'))
    .option('--all', 'every diagram, each into a file of its own')
    .addHelpText('after', examples)
    .action(async (paths: string[], options: RenderOptions) => {
      const { svg, png = !svg && options.output?.toLowerCase().endsWith('.png') } = options;
      end(await convertInputs(paths, { ...options, png }, rendering, shell));
    });
}

export const rendering = conversions<RenderOptions>({
  name: 'render',
  endings: [...textEndings, ...xmlEndings],
  isManifold: ({ all }) => all === true,
  convert: renderOne,
});

async function renderOne(document: SourceDocument, input: Input, options: RenderOptions): Promise<Conversion> {
  const { render } = await road();
  const { diagram, all } = options;
  const { value: pictures, problems, further } = await render(document, { diagram, all });
  const products = pictures.map((picture) => toProduct(picture, input, options));
  return {
    products: await Promise.all(products),
    problems: [...document.problems, ...problems],
    ...(further.length > 0 && { note: tellOf(further) }),
  };
}

/** How to get the diagrams that are not drawn. */
function tellOf(further: readonly { readonly id: string; readonly name?: string }[]): string {
  const named = further
    .slice(0, most)
    .map(({ id, name }) => (name ? `"${name}" (--diagram ${id})` : `--diagram ${id}`));
  const rest = further.length > most ? ` and ${further.length - most} more` : '';
  const number = further.length === 1 ? 'there is one more' : `there are ${further.length} more`;
  return `note: only the first diagram is drawn; ${number}: ${named.join(', ')}${rest}. --all draws every one`;
}

async function toProduct(
  { id, svg }: { id: string; svg: string },
  input: Input,
  { png: isPng, all }: RenderOptions,
): Promise<Product> {
  const format = isPng ? '.png' : '.svg';
  // An id of a careless file may hold what a file name may not.
  const place = withEnding(input.place, all ? `.${id.replace(/[^\p{L}\p{N}._-]/gu, '_')}${format}` : format);
  if (!isPng) return { place, content: svg };
  const { toPng } = await png();
  return { place, content: await toPng(svg) };
}
