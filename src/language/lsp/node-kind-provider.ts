import type { AstNode, AstNodeDescription } from 'langium';
import type { NodeKindProvider } from 'langium/lsp';
import { CompletionItemKind, SymbolKind } from 'vscode-languageserver';

/** The icons of an element in the outline and in completion, by its type in the syntax tree. */
const kinds: Readonly<Record<string, readonly [SymbolKind, CompletionItemKind]>> = {
  Process: [SymbolKind.Class, CompletionItemKind.Class],
  Case: [SymbolKind.Class, CompletionItemKind.Class],
  PlanItem: [SymbolKind.Function, CompletionItemKind.Function],
  FileItem: [SymbolKind.Variable, CompletionItemKind.Variable],
  Role: [SymbolKind.Interface, CompletionItemKind.Interface],
  Criterion: [SymbolKind.Event, CompletionItemKind.Event],
  Decision: [SymbolKind.Class, CompletionItemKind.Class],
  Define: [SymbolKind.Object, CompletionItemKind.Class],
  Collaboration: [SymbolKind.Package, CompletionItemKind.Module],
  Pool: [SymbolKind.Namespace, CompletionItemKind.Module],
  OwnPool: [SymbolKind.Namespace, CompletionItemKind.Module],
  Lane: [SymbolKind.Namespace, CompletionItemKind.Module],
  InLane: [SymbolKind.Namespace, CompletionItemKind.Module],
  Message: [SymbolKind.Interface, CompletionItemKind.Interface],
  Signal: [SymbolKind.Interface, CompletionItemKind.Interface],
  ErrorType: [SymbolKind.Interface, CompletionItemKind.Interface],
  Escalation: [SymbolKind.Interface, CompletionItemKind.Interface],
  Item: [SymbolKind.Struct, CompletionItemKind.Struct],
  Event: [SymbolKind.Event, CompletionItemKind.Event],
  Handler: [SymbolKind.Event, CompletionItemKind.Event],
  Activity: [SymbolKind.Function, CompletionItemKind.Function],
  SubProcess: [SymbolKind.Module, CompletionItemKind.Function],
  EventSubProcess: [SymbolKind.Module, CompletionItemKind.Function],
  Gateway: [SymbolKind.Operator, CompletionItemKind.Operator],
  Join: [SymbolKind.Operator, CompletionItemKind.Operator],
  Branch: [SymbolKind.EnumMember, CompletionItemKind.EnumMember],
  Data: [SymbolKind.Variable, CompletionItemKind.Variable],
  Store: [SymbolKind.Variable, CompletionItemKind.Variable],
};

const other = [SymbolKind.Field, CompletionItemKind.Reference] as const;

/** Icons by the type of an element. */
export class ProcedoNodeKindProvider implements NodeKindProvider {
  getSymbolKind(node: AstNode | AstNodeDescription): SymbolKind {
    return (kinds[typeOf(node)] ?? other)[0];
  }

  getCompletionItemKind(node: AstNode | AstNodeDescription): CompletionItemKind {
    return (kinds[typeOf(node)] ?? other)[1];
  }
}

function typeOf(node: AstNode | AstNodeDescription): string {
  return '$type' in node ? node.$type : node.type;
}
