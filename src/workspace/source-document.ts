/** A file of any kind as it stands, and what follows from that. */
import { hasErrors, type Problem } from '../base/problem.ts';
import type { SourceComment } from '../base/source-comment.ts';
import type { Model } from '../language/index.ts';
import type { LayoutFile, Pins } from '../layout/index.ts';
import type { SourceMap } from '../mapping/index.ts';
import type { Cmmn, Definitions, ModelElement } from '../model/index.ts';
import type { FollowedLayout } from './follow-remembered.ts';

/** `unreadable`: cannot be decoded, is not well-formed XML, holds no model, or is a text of Mermaid's with mistakes. */
export type SourceKind = 'text' | 'mermaid' | 'bpmn' | 'cmmn' | 'unreadable';

/** A file as it stands: what it holds and what is wrong with it. The same for text and for XML. */
export interface SourceDocument {
  readonly path: string;
  readonly kind: SourceKind;
  /** The decoded source, for code frames; what could be decoded of an unreadable one. */
  readonly text: string;
  readonly problems: readonly Problem[];
  /** Without a drawing for text and Mermaid's; as read for XML. */
  readonly definitions?: Definitions | Cmmn.Definitions;
  /** The model of the cases in a text, without a drawing; its processes are in `definitions`. */
  readonly cases?: Cmmn.Definitions;
  /** Of a text: what its scenarios are read from, and written in. */
  readonly scenarios?: ScenarioSource;
  /** The comments in `text`, made when they are asked for; none of an unreadable one. */
  readonly comments?: () => readonly SourceComment[];
  /** Where its elements stand in `text`, and back. */
  readonly sourceMap?: SourceMap;
  /** Of a text: what the file said that it stands for, where that is not what the text means. */
  readonly asRead?: AsRead;
  /** Of a text: whether one of its models has an element with this key of the layout file. */
  readonly hasKey?: (key: string) => boolean;
  /** Of a text: its layout file as it was read, where elements have other keys by now than the file says. */
  readonly followed?: FollowedLayout;
  /** What stands still in its drawing, by the layout file beside a text. */
  readonly pins?: Pins;
}

/** What an export is made of. */
export type Exportable = Pick<SourceDocument, 'kind' | 'problems' | 'definitions' | 'cases' | 'asRead' | 'pins'>;

/** What the layout file keeps of the XML, and the keys of the elements that it speaks of. */
export interface AsRead {
  /** Which of the models of the text stands for the file. */
  readonly notation: LayoutFile['notation'];
  readonly facts: LayoutFile['facts'];
  readonly keys: ReadonlyMap<ModelElement, string>;
}

/** A linked text with scenarios, and the models that it has become. */
export interface ScenarioSource {
  readonly model: Model;
  readonly definitions: readonly ModelElement[];
  /** Ids in these models by ids of the text, where they differ. */
  readonly idOf: (id: string) => string;
}

/** A document that holds a BPMN model. */
export interface BpmnDocument extends SourceDocument {
  readonly definitions: Definitions;
}

/** Whether there is a BPMN model to draw or write: the document was read, and a text has no errors. */
export function isWhole<T extends Exportable>(document: T): document is T & Pick<BpmnDocument, 'definitions'> {
  if (!document.definitions?.$instanceOf('bpmn:Definitions')) return false;
  return document.kind !== 'text' || !hasErrors(document.problems);
}
