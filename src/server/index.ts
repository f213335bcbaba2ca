/** The language server, for VS Code (over ipc) and any other editor (over standard input and output); and PNG, which needs files. */
export { toPng } from './raster.ts';
export { startServer } from './start-server.ts';
