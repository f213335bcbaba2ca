/** The road for an editor: the models of an open text, made once per version. */
import type { LangiumDocument } from 'langium';
import type { Problem } from '../base/problem.ts';
import { holdsCases, isCase, isDecision, type Model } from '../language/index.ts';
import { type LayoutFile, noLayoutFile } from '../layout/index.ts';
import type { SourceMap } from '../mapping/index.ts';
import type { CmmnDefinitions, Definitions } from '../model/index.ts';
import { type DrawnDiagram, drawnDiagrams } from './drawn-diagrams.ts';
import { driftProblems } from './follow-remembered.ts';
import { JoinedSourceMap } from './joined-source-map.ts';
import { type KeyedModel, keyChecker } from './kept-beside.ts';
import { LiveParts, liveCases, liveProcesses } from './live-parts.ts';

/** What an editor shows of one version of a document. */
export interface LiveModel {
  readonly version: number;
  /** BPMN XML with a drawing of all that could be made; '' where there is nothing to draw. */
  readonly xml: string;
  /** CMMN XML likewise. */
  readonly caseXml: string;
  /** The models in these: that of the processes, then that of the cases, each only if the text holds any. */
  readonly models: readonly (Definitions | CmmnDefinitions)[];
  /** The same with the keys of their elements in the layout file. */
  readonly keyed: readonly KeyedModel[];
  /** Over both: no two elements of a text have the same id. */
  readonly sourceMap: SourceMap;
  /** Ids in the models by ids of the text, where they differ. */
  readonly idOf: (id: string) => string;
  /** Problems that only the model shows; those of the text come from the language. */
  readonly problems: readonly Problem[];
  readonly diagrams: readonly DrawnDiagram[];
}

/** Compiles and draws open texts. A document is made once, until it or a file that it refers to changes. */
export class LiveRoad {
  readonly #made = new WeakMap<Model, LiveModel & { readonly kept: LayoutFile }>();
  readonly #processes = new LiveParts(liveProcesses);
  readonly #cases = new LiveParts(liveCases);

  /**
   * The model of a linked document; parts of it that are half-typed are left out.
   * @param kept what the layout file beside it keeps
   */
  compiled(document: LangiumDocument, kept: LayoutFile = noLayoutFile): LiveModel {
    const root = document.parseResult.value as Model;
    let made = this.#made.get(root);
    if (made?.kept !== kept) {
      made = { ...this.#make(document, root, kept), kept };
      this.#made.set(root, made);
    }
    return made;
  }

  #make(document: LangiumDocument, root: Model, kept: LayoutFile): LiveModel {
    const uri = document.uri.toString();
    const processes = holdsProcesses(root) ? this.#processes.make(uri, root, kept) : undefined;
    const cases = holdsCases(root) ? this.#cases.make(uri, root, kept) : undefined;
    const parts = [processes, cases].filter((one) => one !== undefined);
    const models = parts.map(({ definitions }) => definitions);
    return {
      version: document.textDocument.version,
      xml: processes?.xml ?? '',
      caseXml: cases?.xml ?? '',
      models,
      keyed: parts,
      sourceMap: new JoinedSourceMap(parts.map(({ sourceMap }) => sourceMap)),
      idOf: (id) => parts.map(({ idOfKey }) => idOfKey.get(id)).find((known) => known !== undefined) ?? id,
      problems: [...parts.flatMap(({ problems }) => problems), ...driftProblems(kept, keyChecker(parts))],
      diagrams: models.flatMap(drawnDiagrams),
    };
  }

  /** Lets go of the drawings of a document that nobody looks at any more. @param uri as the document gives it */
  forget(uri: string): void {
    this.#processes.forget(uri);
    this.#cases.forget(uri);
  }

  /** Its names were resolved anew: what it refers to in other files may have changed, though its own text has not. */
  relinked(document: LangiumDocument): void {
    this.#made.delete(document.parseResult.value as Model);
  }
}

/** Whether there is anything for the model of the processes in a text; one without cases is taken as one of processes. */
function holdsProcesses({ elements }: Model): boolean {
  return elements.length === 0 || elements.some((root) => !isCase(root) && !isDecision(root));
}
