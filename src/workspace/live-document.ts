import type { LangiumDocument } from 'langium';
import type { Problem } from '../base/problem.ts';
import { commentsOf, type Model } from '../language/index.ts';
import type { LiveModel } from './live-road.ts';
import type { SourceDocument } from './source-document.ts';

/**
 * An open text as one that was read: what rules and their fixes look at.
 * @param problems of the text and of its model
 */
export function liveDocument(
  path: string,
  document: LangiumDocument,
  { models, sourceMap, idOf }: LiveModel,
  problems: readonly Problem[],
): SourceDocument {
  const [definitions, cases] = models;
  return {
    path,
    kind: 'text',
    text: document.textDocument.getText(),
    problems,
    sourceMap,
    comments: () => commentsOf(document),
    scenarios: { model: document.parseResult.value as Model, definitions: models, idOf },
    ...(definitions && { definitions }),
    ...(cases && isOfCases(cases) && { cases }),
  };
}

function isOfCases(model: LiveModel['models'][number]): model is NonNullable<SourceDocument['cases']> {
  return model.$instanceOf('cmmn:Definitions');
}
