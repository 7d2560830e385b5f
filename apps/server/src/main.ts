/** `node apps/server/dist/main.js`: PORT and HOST by environment. */
import { serve } from './commands/serve.js';

process.exitCode = await serve({ host: process.env.HOST, port: process.env.PORT });
