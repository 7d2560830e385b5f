/** `kaohe serve`: the server's own command, loaded only when asked for. */
import type { Command } from 'commander';

export interface ServeOptions {
  readonly host?: string;
  readonly port?: string;
  readonly init?: boolean;
}

export async function serve({ host, port, init }: ServeOptions): Promise<number> {
  const server = await import('@kaohe/server/commands');
  const settings = server.settingsOfEnvironment(process.env);
  return server.serve({ ...settings, host: host ?? settings.host, port: port ?? settings.port, init });
}

export function serveCommand(program: Command): Command {
  return program
    .command('serve')
    .summary('启动网页 / start the pages')
    .description(
      '启动网页服务，按 Ctrl+C 停止。没有证书（TLS_CERT、TLS_KEY）时只供本机使用。\nServes the pages until Ctrl+C; without a certificate (TLS_CERT, TLS_KEY) for this machine alone.',
    )
    .option('--host <host>', '本机地址，默认 127.0.0.1 / an address of this machine (127.0.0.1; or HOST)')
    .option('--port <port>', '端口，默认 7100 / port (7100; or PORT)')
    .option('--init', '建立真正的安委办，不建演示 / set up a real office instead of the demonstration')
    .addHelpText('after', '\n例 Example:\n  kaohe serve\n  kaohe serve --port 7200');
}
