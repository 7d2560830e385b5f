/** `node apps/server/dist/main.js`: PORT, HOST and DATA_DIR by environment. */
import { serve } from './commands/serve.js';

process.exitCode = await serve({ host: process.env.HOST, port: process.env.PORT, dataDir: process.env.DATA_DIR });
