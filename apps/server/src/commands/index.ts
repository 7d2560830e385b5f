/** What the one `kaohe` binary dispatches to the server. */
export { serve } from './serve.js';
export { type ServeSettings, settingsOfEnvironment } from './settings.js';
