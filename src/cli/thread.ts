/** A thread that does its share of the jobs of a command. Like the first file of the command line it has the rest out of the compile cache. */
process.getBuiltinModule('node:module').enableCompileCache();
const { startThread } = await import('./start.ts');
await startThread();

export {};
