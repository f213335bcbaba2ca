import type { AstNode, ValidationAcceptor } from 'langium';
import type { Define, Extension, Import, Use } from '../generated/ast.ts';
import { report } from './report.ts';

/** What the language reads and the diagram does not show yet. */
const CODE = 'not-supported-yet';

/** `with { … }` of any element. */
export function checkWith(node: AstNode, accept: ValidationAcceptor): void {
  if (!('with' in node) || node.with !== true) return;
  const message = '`with` is not carried into the diagram yet; a later release will. The rest of this element is.';
  report(accept, 'warning', CODE, message, node, { keyword: 'with' });
}

export function checkDefine(node: Define, accept: ValidationAcceptor): void {
  report(accept, 'warning', CODE, '`define` is not carried into the diagram yet; a later release will.', node, {
    keyword: 'define',
  });
}

export function checkImport(node: Import, accept: ValidationAcceptor): void {
  report(accept, 'warning', CODE, '`import` is not carried into the diagram yet; a later release will.', node, {
    keyword: 'import',
  });
}

/** Vendor extensions, outermost only. */
export function checkExtension(node: Extension, accept: ValidationAcceptor): void {
  if (node.$container.$type === 'ExtensionChild' || node.$container.$type === 'ExtensionDetail') return;
  const message = 'Vendor extensions are not carried into the diagram yet; a later release will.';
  report(accept, 'warning', CODE, message, node);
}

/** `reads file into port` and mappings by an expression. */
export function checkMapping(node: Use, accept: ValidationAcceptor): void {
  if (!node.direction && !node.transform) return;
  const message = 'Data mappings are not carried into the diagram yet; a later release will. The data itself is.';
  report(accept, 'warning', CODE, message, node);
}
