/** What the one `kaohe` binary dispatches to the server. */
export { verifyAudit } from './audit.js';
export { backup, restore } from './backup.js';
export { serve } from './serve.js';
export { type ServeSettings, settingsOfEnvironment } from './settings.js';
