import type { IToken } from 'chevrotain';
import { type AstReflection, CstNodeBuilder, type LangiumParser, type TypeMetaData } from 'langium';

/** Langium looks for the place of comments at every token, among all that stands before it: in a long block more than all else takes. */
class CommentsOnlyBuilder extends CstNodeBuilder {
  override addHiddenNodes(comments: IToken[]): void {
    if (comments.length > 0) super.addHiddenNodes(comments);
  }
}

/** The meta data of types with the properties alone that have a default: Langium goes through all of them for each node to find these. */
function defaultsOf(reflection: AstReflection): Pick<AstReflection, 'getTypeMetaData'> {
  const known = new Map<string, TypeMetaData>();
  return {
    getTypeMetaData(type) {
      const found = known.get(type) ?? withDefaults(reflection.getTypeMetaData(type));
      known.set(type, found);
      return found;
    },
  };
}

function withDefaults({ properties, ...rest }: TypeMetaData): TypeMetaData {
  const entries = Object.entries(properties).filter(([, { defaultValue }]) => defaultValue !== undefined);
  return { ...rest, properties: Object.fromEntries(entries) };
}

/** Langium's parser without what it does again and again in vain. It has no options for that, but parts that can be others. */
export function leanParser(parser: LangiumParser, reflection: AstReflection): LangiumParser {
  return Object.assign(parser, { nodeBuilder: new CommentsOnlyBuilder(), astReflection: defaultsOf(reflection) });
}
