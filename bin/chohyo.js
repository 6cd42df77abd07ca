#!/usr/bin/env node
// First of all a Node that is too old is told so: hence nothing here that such a Node cannot parse, whether it takes
// this file for a module or for a script (no import statement, no await; Node 10 still reads it).
var version = process.versions.node.split('.').map(Number);
if (version[0] < 20 || (version[0] === 20 && version[1] < 19)) {
  process.stderr.write(
    'chohyo: E_NODE_VERSION: this is Node ' + process.versions.node + ', and chohyo needs 20.19 or newer. Install a newer Node, or put it first in PATH.\n',
  );
  process.exitCode = 1;
} else {
  // Every command ends by setting its exit status. One that never ends must not pass for a success.
  process.on('exit', function () {
    if (process.exitCode !== undefined) return;
    process.stderr.write('chohyo: E_INTERNAL: the command ended before it was done. Please report this, with the command.\n');
    process.exitCode = 1;
  });
  import('../dist/cli/main.js').then(function (chohyo) {
    return chohyo.main();
  });
}
