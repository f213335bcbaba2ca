import { type AstNode, type CstNode, DefaultNameProvider, type NameProvider } from 'langium';
import { idOf } from '../ids.ts';

/** Names are ids: the one written, or the one derived from the label or the kind (`ids.ts`). */
export class ProcedoNameProvider extends DefaultNameProvider implements NameProvider {
  override getName(node: AstNode): string | undefined {
    return idOf(node) || undefined;
  }

  /** Undefined for a derived id: it stands nowhere in the text. */
  override getNameNode(node: AstNode): CstNode | undefined {
    return super.getNameNode(node);
  }
}
