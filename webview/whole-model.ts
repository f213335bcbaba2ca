import { withChange } from '../src/base/text-change.ts';
import type { ModelMessage, SentText } from '../src/protocol/preview.ts';
import type { Notation } from '../src/protocol/server.ts';

/** A model with its texts whole. */
export type WholeModel = ModelMessage & { readonly xml: string; readonly caseXml: string };

/** What is to be drawn of a model. */
export interface Drawing {
  readonly notation: Notation;
  /** Id of the diagram, '' for the first. */
  readonly shown: string;
  readonly xml: string;
}

/** A model with its texts; undefined if these are changes of texts that this page has not received. @param received the model before it */
export function wholeModel(model: ModelMessage, received: WholeModel | undefined): WholeModel | undefined {
  const known = model.base === received?.seq ? received : undefined;
  const xml = wholeText(model.xml, known?.xml);
  const caseXml = wholeText(model.caseXml, known?.caseXml);
  return xml === undefined || caseXml === undefined ? undefined : { ...model, xml, caseXml };
}

function wholeText(sent: SentText, before: string | undefined): string | undefined {
  if (typeof sent === 'string') return sent;
  return before === undefined ? undefined : withChange(before, sent);
}

/** What is to be drawn of a model: the diagram that is to be shown, in its notation; no text where there is none. */
export function wantedOf({ diagrams, shown, xml, caseXml }: WholeModel): Drawing {
  const { notation = xml === '' && caseXml !== '' ? 'cmmn' : 'bpmn' } =
    diagrams.find(({ id }) => id === shown) ?? diagrams[0] ?? {};
  return { notation, shown, xml: notation === 'cmmn' ? caseXml : xml };
}
