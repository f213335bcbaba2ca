/** A thread that lints its share of the files. Like the first file of the command line it has the rest out of the compile cache. */
process.getBuiltinModule('node:module').enableCompileCache();
const { lintShare } = await import('./lint-threads.ts');
const { parentPort, workerData } = process.getBuiltinModule('node:worker_threads');
parentPort?.postMessage(await lintShare(workerData));

export {};
