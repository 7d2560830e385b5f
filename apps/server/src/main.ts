/** `node apps/server/dist/main.js [--init]`: everything else by environment (docs/accounts.md). */
import { readWords, tellWords } from '../start-words.mjs';
import { serve } from './commands/serve.js';
import { settingsOfEnvironment } from './commands/settings.js';

const words = readWords(process.argv.slice(2));
if ('said' in words) tellWords(words);
else process.exitCode = await serve({ ...settingsOfEnvironment(process.env), init: words.init });
