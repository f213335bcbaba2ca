/**
 * Imported first by every script of the project: says in one line what to do when the Node that runs it is too old.
 * `npm run` puts the project's own Node (the npm package `node`) first on the PATH, unless its install script never ran.
 * Plain JavaScript that an old Node can read.
 */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

// 22.18 runs TypeScript files as they stand; the published command line is content with less.
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `This script needs Node 22.18 or later and runs on ${process.versions.node}: start it by "npm run", which brings the ` +
      "project's own Node; if that does not help, its install script was held back: npm ci --ignore-scripts=false",
  );
  process.exit(2);
}
