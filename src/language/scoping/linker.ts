import { Cancellation, DefaultLinker, interruptAndCheck, type LangiumDocument } from 'langium';
import { eachReference, nodesIn } from '../tree-walk.ts';

/** So many nodes are linked before the linking may be interrupted. */
const AT_A_TIME = 50;

/** Langium's linker waits at each node, which takes longer than to link it. */
export class ProcedoLinker extends DefaultLinker {
  override async link(document: LangiumDocument, cancelToken = Cancellation.CancellationToken.None): Promise<void> {
    for (const [index, node] of nodesIn(document.parseResult.value).entries()) {
      if (index % AT_A_TIME === 0) await interruptAndCheck(cancelToken);
      eachReference(node, (info) => this.doLink(info, document));
    }
  }
}
