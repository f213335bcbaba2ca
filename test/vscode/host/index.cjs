/**
 * Runs the tests of this folder with mocha in the extension host, where VS Code loads this file. The result goes as JSON
 * to the file that PROCEDO_REPORT names: what is printed in the extension host of a server reaches nobody.
 */
const fs = require('node:fs');
const path = require('node:path');

exports.run = async () => {
  const report = process.env.PROCEDO_REPORT;
  // mocha is a module of the repository, not of the folder that is loaded as an extension.
  const { default: Mocha } = await import('mocha');
  const mocha = new Mocha({
    ui: 'tdd',
    timeout: 120_000,
    color: false,
    reporter: report ? 'json' : 'spec',
    reporterOptions: report ? { output: report } : undefined,
  });
  for (const name of fs
    .readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.cjs'))
    .sort()) {
    mocha.addFile(path.join(__dirname, name));
  }
  const failed = await new Promise((resolve) => mocha.run(resolve));
  if (failed > 0) throw new Error(`${failed} test(s) failed.`);
};
