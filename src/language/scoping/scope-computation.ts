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
import { isCriterion, isDetail, isFileItem } from '../generated/ast.ts';
import { idsOf } from '../ids.ts';
import { isNameSpace } from './scope-provider.ts';
import { SymbolTable } from './symbol-table.ts';

/**
 * Names of a process or a case are visible in all of it, whatever the nesting. Root elements, pools and the members of collaborations
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
      isInside(node) ? [] : [this.descriptions.createDescription(node, id, document)],
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
      const around = isInside(node) ? AstUtils.getContainerOfType(node, isNameSpace) : undefined;
      const description = this.descriptions.createDescription(node, id, document);
      symbols.add(around ?? root, description);
      // `dossier.photos` names an item by the one that it is in.
      const outer = isFileItem(node) ? node.$container.$container : undefined;
      if (isFileItem(outer)) symbols.add(outer, description);
    }
    return symbols;
  }
}

/** Whether a node is part of a process or a case; a process's own pool is not, nor what one has in `with`. */
function isInside(node: AstNode): boolean {
  if (isDetail(node)) return isInside(node.$container);
  return isCriterion(node) || node.$container?.$type === 'Block' || node.$container?.$type === 'CaseBlock';
}
