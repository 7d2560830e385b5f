/** `kaohe serve`: the server's own command, loaded only when asked for. */
import type { Command } from 'commander';

export interface ServeOptions {
  readonly host?: string;
  readonly port?: string;
}

export async function serve({ host, port }: ServeOptions): Promise<number> {
  const server = await import('@kaohe/server/commands');
  return server.serve({
    host: host ?? process.env.HOST,
    port: port ?? process.env.PORT,
    dataDir: process.env.DATA_DIR,
  });
}

export function serveCommand(program: Command): Command {
  return program
    .command('serve')
    .summary('启动网页 / start the pages')
    .description('在本机启动网页服务，按 Ctrl+C 停止。\nServes the pages on this machine until Ctrl+C.')
    .option('--host <host>', '本机地址，默认 127.0.0.1 / an address of this machine (127.0.0.1; or HOST)')
    .option('--port <port>', '端口，默认 7100 / port (7100; or PORT)')
    .addHelpText('after', '\n例 Example:\n  kaohe serve\n  kaohe serve --port 7200');
}
