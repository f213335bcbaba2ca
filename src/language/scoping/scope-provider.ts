import {
  type AstNode,
  type AstNodeDescription,
  AstUtils,
  DefaultScopeProvider,
  DocumentState,
  EMPTY_SCOPE,
  type LangiumCoreServices,
  MultiMapScope,
  type ReferenceInfo,
  type Scope,
  type Stream,
  stream,
  WorkspaceCache,
} from 'langium';
import {
  type Case,
  type FileAct,
  type FileUse,
  isAssociation,
  isCollaboration,
  isFileAct,
  isFileUse,
  isMessageFlow,
  isModel,
  isNote,
  isOnPart,
  isProcess,
  isScenario,
  isStore,
  isUse,
  isValue,
  type MessageFlow,
  type OnPart,
  type Pool,
  type Process,
  type Scenario,
} from '../generated/ast.ts';
import { targetOf, withCalled } from '../scenarios.ts';
import { SymbolTable } from './symbol-table.ts';

/** Where references look: the process or the case, then the file, then all files of the workspace. */
export class ProcedoScopeProvider extends DefaultScopeProvider {
  private readonly workspaceScopes: WorkspaceCache<string, Scope>;

  constructor(services: LangiumCoreServices) {
    super(services);
    this.workspaceScopes = new WorkspaceCache(services.shared, DocumentState.IndexedContent);
  }

  override getScope(context: ReferenceInfo): Scope {
    const type = this.reflection.getReferenceType(context);
    if (isMessageFlow(context.container) && context.property === 'step')
      return this.stepsBehind(context.container, type);
    if (
      (isOnPart(context.container) || isFileUse(context.container) || isFileAct(context.container)) &&
      context.property === 'path'
    )
      return this.filesBehind(context.container, context.index, type);
    if (isValue(context.container) || isBetweenPools(context.container)) return this.allOfFile(context, type);
    if (isStore(context.container) || isUse(context.container)) return this.dataOf(context, type);
    const scenario = AstUtils.getContainerOfType(context.container, isScenario);
    if (scenario && scenario !== context.container) return this.scopeOfScenario(scenario, context, type);
    const workspace = this.getGlobalScope(type, context);
    const file = this.namesIn(AstUtils.findRootNode(context.container), type, workspace);
    const around = AstUtils.getContainerOfType(context.container, isNameSpace);
    return around ? this.namesIn(around, type, file) : file;
  }

  protected override getGlobalScope(type: string, _context: ReferenceInfo): Scope {
    return this.workspaceScopes.get(
      type,
      () => new LateScope(() => new MultiMapScope(this.indexManager.allElements(type))),
    );
  }

  /** `with { key: name }`, and a note of a collaboration, may mean anything: its own process or case first, then the file, other ones, other files. */
  private allOfFile(context: ReferenceInfo, type: string): Scope {
    const model = AstUtils.findRootNode(context.container);
    const own = AstUtils.getContainerOfType(context.container, isNameSpace);
    const others = isModel(model) ? model.elements.filter((root) => isNameSpace(root) && root !== own) : [];
    let scope = this.getGlobalScope(type, context);
    for (const other of others) scope = this.namesIn(other, type, scope);
    scope = this.namesIn(model, type, scope);
    return own ? this.namesIn(own, type, scope) : scope;
  }

  /** Data is known in its process; a store belongs to no process, so one that another has drawn is known as well. */
  private dataOf(context: ReferenceInfo, type: string): Scope {
    const model = AstUtils.findRootNode(context.container);
    const own = AstUtils.getContainerOfType(context.container, isNameSpace);
    let scope = this.getGlobalScope(type, context);
    for (const other of isModel(model) ? model.elements : [])
      if (isProcess(other) && other !== own) scope = this.namesIn(other, 'Store', scope);
    return own ? this.namesIn(own, type, scope) : scope;
  }

  /**
   * The names of what a scenario is for come first; what that calls is told by those of the other processes and cases of the file, then by those of
   * what it calls in other files.
   */
  private scopeOfScenario(scenario: Scenario, context: ReferenceInfo, type: string): Scope {
    const { of, $container: model } = scenario;
    const own = of?.ref;
    const others = model.elements.filter((root) => isNameSpace(root) && root !== own);
    let scope = this.namesIn(model, type, new LateScope(() => this.calledElsewhere(scenario, context, type)));
    for (const other of others.reverse()) scope = this.namesIn(other, type, scope);
    return isNameSpace(own) ? this.namesIn(own, type, scope) : scope;
  }

  /** What a scenario is for calls in other files; it is looked for when nothing in its own has a name. */
  private calledElsewhere(scenario: Scenario, context: ReferenceInfo, type: string): Scope {
    const target = targetOf(scenario);
    // What its acts start is named by such references themselves: only what is called without them can be looked into.
    const roots = target?.case ? [target.case] : (target?.processes ?? []);
    const elsewhere = [...withCalled(roots)].filter((root) => AstUtils.findRootNode(root) !== scenario.$container);
    return elsewhere.reduceRight((scope, root) => this.namesIn(root, type, scope), this.getGlobalScope(type, context));
  }

  /** `~> bank.received`: the steps of the process that the pool is or runs. */
  private stepsBehind(flow: MessageFlow, type: string): Scope {
    const process = processOf(flow.pool?.ref);
    return process ? this.namesIn(process, type, EMPTY_SCOPE) : EMPTY_SCOPE;
  }

  /** `dossier.photos`: the items within the one before the dot. */
  private filesBehind(use: OnPart | FileUse | FileAct, index: number | undefined, type: string): Scope {
    const items = [isFileAct(use) ? use.item : use.source, ...use.path];
    // Completion tells no index: the last item that is known is the one before the caret.
    const before = (index === undefined ? items.findLast((item) => item?.ref) : items[index])?.ref;
    if (before?.$type !== 'FileItem') return EMPTY_SCOPE;
    return this.namesIn(before, type, EMPTY_SCOPE);
  }

  private namesIn(container: AstNode, type: string, outer: Scope): Scope {
    const symbols = AstUtils.getDocument(container).localSymbols;
    if (!(symbols instanceof SymbolTable)) return outer;
    return new NameScope(symbols, container, (description) => this.reflection.isSubtype(description.type, type), outer);
  }
}

/** A note or an association of a collaboration speaks of pools and of the steps in them. */
function isBetweenPools(node: AstNode): boolean {
  return (isNote(node) || isAssociation(node)) && isCollaboration(node.$container);
}

/** What has names of its own. Asked of all that is around each name, so by the type alone: none is derived from these. */
export function isNameSpace(node: AstNode | undefined): node is Case | Process {
  return node?.$type === 'Process' || node?.$type === 'Case';
}

/** The process that a participant stands for; none for a black box. */
export function processOf(participant: AstNode | undefined): Process | undefined {
  switch (participant?.$type) {
    case 'Process':
      return participant as Process;
    case 'OwnPool':
      return participant.$container as Process;
    case 'Pool':
      return (participant as Pool).process?.ref;
    default:
      return undefined;
  }
}

/** A scope that is made when the first name is looked for in it: most are found in a scope further in. */
class LateScope implements Scope {
  private readonly make: () => Scope;
  private made: Scope | undefined;

  constructor(make: () => Scope) {
    this.make = make;
  }

  private get scope(): Scope {
    this.made ??= this.make();
    return this.made;
  }

  getElement(name: string): AstNodeDescription | undefined {
    return this.scope.getElement(name);
  }

  getElements(name: string): Stream<AstNodeDescription> {
    return this.scope.getElements(name);
  }

  getAllElements(): Stream<AstNodeDescription> {
    return this.scope.getAllElements();
  }
}

/** The names of one container that fit a reference, before those of the scope around it. */
class NameScope implements Scope {
  private readonly symbols: SymbolTable;
  private readonly container: AstNode;
  private readonly fits: (description: AstNodeDescription) => boolean;
  private readonly outer: Scope;

  constructor(
    symbols: SymbolTable,
    container: AstNode,
    fits: (description: AstNodeDescription) => boolean,
    outer: Scope,
  ) {
    this.symbols = symbols;
    this.container = container;
    this.fits = fits;
    this.outer = outer;
  }

  getElement(name: string): AstNodeDescription | undefined {
    return this.symbols.find(this.container, name).find(this.fits) ?? this.outer.getElement(name);
  }

  getElements(name: string): Stream<AstNodeDescription> {
    return stream(this.symbols.find(this.container, name)).filter(this.fits).concat(this.outer.getElements(name));
  }

  getAllElements(): Stream<AstNodeDescription> {
    return this.symbols.getStream(this.container).filter(this.fits).concat(this.outer.getAllElements());
  }
}
