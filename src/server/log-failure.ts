import type { Connection } from 'vscode-languageserver';

/** Makes what tells the client's log of a failure, which is our mistake and none of the user's. @param what a clause, no full stop */
export function logFailure(connection: Connection, what: string): (error: unknown) => void {
  return (error) => {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    connection.console.error(`${what}: ${reason}`);
  };
}
