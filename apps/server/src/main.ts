/** `node apps/server/dist/main.js [--init]`: everything else by environment (docs/accounts.md). */
import { serve } from './commands/serve.js';
import { settingsOfEnvironment } from './commands/settings.js';

process.exitCode = await serve({ ...settingsOfEnvironment(process.env), init: process.argv.includes('--init') });
