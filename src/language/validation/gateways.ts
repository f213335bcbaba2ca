import { AstUtils, type ValidationAcceptor } from 'langium';
import { type Branch, type Gateway, isProcess } from '../generated/ast.ts';
import { groupStatements } from '../grouping.ts';
import { report } from './report.ts';
import { ownerOf } from './surroundings.ts';

/** A gateway's ways as a whole. */
export function checkGateway(gateway: Gateway, accept: ValidationAcceptor): void {
  if (!gateway.body) return;
  const { items } = groupStatements(gateway.body.statements, gateway.kind === 'race');
  const branches = items.flatMap(({ node }) => (node.$type === 'Branch' ? [node] : []));
  const [first, ...more] = branches.filter((branch) => branch.kind === 'otherwise');
  if (first) for (const branch of more) repeatedOtherwise(branch, accept);
  if (items.length > 0) return;
  const message = `This \`${gateway.kind}\` has no ways. Write them into its block.`;
  report(accept, 'warning', 'no-ways', message, gateway, { property: 'kind' });
}

function repeatedOtherwise(branch: Branch, accept: ValidationAcceptor): void {
  const message = 'A gateway has one `otherwise`. Make this one a `when` with a condition.';
  report(accept, 'error', 'repeated-otherwise', message, branch, { property: 'kind' });
}

/** The condition of a branch: where one is out of place, and where an engine would miss one. */
export function checkBranch(branch: Branch, accept: ValidationAcceptor): void {
  const { kind, condition } = branch;
  if (kind !== 'when') {
    if (!condition) return;
    const why =
      kind === 'branch' ? 'All ways of a `parallel` are taken' : '`otherwise` is taken where no condition holds';
    const message = `${why}: it has no condition. Remove it, or write \`when\`.`;
    report(accept, 'error', 'condition', message, branch, { property: 'condition' });
  } else if (!condition && branch.label === undefined) {
    // Only a warning: drawn models have ways without a word on them, and the standard takes them.
    const message = 'Say when this way is taken: a label in double quotes, a condition in backticks, or both.';
    report(accept, 'warning', 'missing-condition', message, branch, { property: 'kind' });
  } else if (!condition && isDecidedByEngine(branch)) {
    const message = 'An executable process needs a condition here. Write it in backticks behind the label.';
    report(accept, 'warning', 'missing-condition', message, branch, { property: 'label' });
  }
}

function isDecidedByEngine(branch: Branch): boolean {
  const gateway = ownerOf(branch);
  const process = AstUtils.getContainerOfType(branch, isProcess);
  return gateway?.$type === 'Gateway' && gateway.kind !== 'complex' && process?.executable === true;
}
