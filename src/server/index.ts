/** The language server, for VS Code (over ipc) and any other editor (over standard input and output). */
export { startServer } from './start-server.ts';
