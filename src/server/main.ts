import { startServer } from './start-server.ts';

// The bundle that the extension starts: how to speak (`--node-ipc`, `--stdio`) is in the arguments.
startServer();
