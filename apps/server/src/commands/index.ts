/** What the one `kaohe` binary dispatches to the server. */
export { type ServeSettings, serve } from './serve.js';
