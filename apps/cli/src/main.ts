/** The `kaohe` command line. */
import { watchPipes } from './output/terminal.js';
import { run } from './program.js';

watchPipes();
process.exitCode = await run(process.argv.slice(2));
