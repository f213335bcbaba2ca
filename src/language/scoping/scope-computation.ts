import {
  type AstNode,
  type AstNodeDescription,
  AstUtils,
  Cancellation,
  DefaultScopeComputation,
  interruptAndCheck,
  type LangiumDocument,
  type LocalSymbols,
} from 'langium';
import { isDetail, isProcess } from '../generated/ast.ts';
import { idsOf } from '../ids.ts';
import { SymbolTable } from './symbol-table.ts';

/**
 * Names of a process are visible in all of it, whatever the nesting. Root elements, pools and the members of collaborations
 * are visible in every file of the workspace.
 */
export class ProcedoScopeComputation extends DefaultScopeComputation {
  override async collectExportedSymbols(
    document: LangiumDocument,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<AstNodeDescription[]> {
    await interruptAndCheck(cancelToken);
    const root = document.parseResult.value;
    return [...idsOf(root).idOf].flatMap(([node, id]) =>
      isInProcess(node) ? [] : [this.descriptions.createDescription(node, id, document)],
    );
  }

  override async collectLocalSymbols(
    document: LangiumDocument,
    cancelToken = Cancellation.CancellationToken.None,
  ): Promise<LocalSymbols> {
    await interruptAndCheck(cancelToken);
    const root = document.parseResult.value;
    const symbols = new SymbolTable();
    for (const [node, id] of idsOf(root).idOf) {
      const process = isInProcess(node) ? AstUtils.getContainerOfType(node, isProcess) : undefined;
      symbols.add(process ?? root, this.descriptions.createDescription(node, id, document));
    }
    return symbols;
  }
}

/** Whether a node is part of a process's body; its own pool is not, nor what the process has in `with`. */
function isInProcess(node: AstNode): boolean {
  if (isDetail(node)) return isInProcess(node.$container);
  return node.$container?.$type === 'Block';
}
