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
  isMessageFlow,
  isModel,
  isProcess,
  isValue,
  type MessageFlow,
  type Pool,
  type Process,
} from '../generated/ast.ts';
import { SymbolTable } from './symbol-table.ts';

/** Where references look: the process, then the file, then all files of the workspace. */
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
    if (isValue(context.container)) return this.allOfFile(context, type);
    const workspace = this.getGlobalScope(type, context);
    const file = this.namesIn(AstUtils.findRootNode(context.container), type, workspace);
    const process = AstUtils.getContainerOfType(context.container, isProcess);
    return process ? this.namesIn(process, type, file) : file;
  }

  protected override getGlobalScope(type: string, _context: ReferenceInfo): Scope {
    return this.workspaceScopes.get(type, () => new MultiMapScope(this.indexManager.allElements(type)));
  }

  /** `with { key: name }` may mean anything: its own process first, then the file, other processes, other files. */
  private allOfFile(context: ReferenceInfo, type: string): Scope {
    const model = AstUtils.findRootNode(context.container);
    const own = AstUtils.getContainerOfType(context.container, isProcess);
    const others = isModel(model) ? model.elements.filter((root) => isProcess(root) && root !== own) : [];
    let scope = this.getGlobalScope(type, context);
    for (const process of others) scope = this.namesIn(process, type, scope);
    scope = this.namesIn(model, type, scope);
    return own ? this.namesIn(own, type, scope) : scope;
  }

  /** `~> bank.received`: the steps of the process that the pool is or runs. */
  private stepsBehind(flow: MessageFlow, type: string): Scope {
    const process = processOf(flow.pool?.ref);
    return process ? this.namesIn(process, type, EMPTY_SCOPE) : EMPTY_SCOPE;
  }

  private namesIn(container: AstNode, type: string, outer: Scope): Scope {
    const symbols = AstUtils.getDocument(container).localSymbols;
    if (!(symbols instanceof SymbolTable)) return outer;
    return new NameScope(symbols, container, (description) => this.reflection.isSubtype(description.type, type), outer);
  }
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
