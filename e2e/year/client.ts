// One person at a computer of their own, speaking to the server past the pages.
import { type Seen, tagOf } from '@kaohe/api-contract';
import { TOTP } from 'otpauth';

const COOKIE = /kaohe_session=([^;]+)/;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

interface Sent {
  readonly body?: unknown;
  /** What was seen, or its version where that is all. */
  readonly ifMatch?: number | Seen;
  /** Bytes as they are, in the place of JSON. */
  readonly file?: { readonly type: string; readonly bytes: Uint8Array };
}

export class Client {
  session: string | undefined;

  constructor(
    readonly address: string,
    readonly login: string,
  ) {}

  /** The JSON the server answers; an error with its words where it refuses. */
  async ask<Answer>(method: Method, path: string, sent: Sent = {}): Promise<Answer> {
    return (await (await this.answer(method, path, sent)).json()) as Answer;
  }

  async bytes(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.answer('GET', path, {})).arrayBuffer());
  }

  /** The first time: the initial password, one of one's own, and an authenticator where the role needs one. */
  async signIn(initial: string, own: string): Promise<void> {
    await this.ask('POST', '/api/session', { body: { login: this.login, password: initial } });
    const { totp } = await this.ask<{ totp: string }>('PUT', '/api/session/password', {
      body: { before: initial, after: own },
    });
    if (totp !== 'required') return;
    const { secret } = await this.ask<{ secret: string }>('POST', '/api/session/totp');
    await this.ask('PUT', '/api/session/totp', { body: { code: new TOTP({ secret }).generate() } });
  }

  /** Acts from now on in another of the person's roles. */
  async actAs(role: string, scopeName: string): Promise<void> {
    const { roles } = await this.ask<{ roles: { grant: string; role: string; scopeName: string }[] }>(
      'GET',
      '/api/session',
    );
    const held = roles.find((one) => one.role === role && one.scopeName === scopeName);
    if (!held) throw new Error(`${this.login} does not hold ${role} ${scopeName}`);
    await this.ask('PUT', '/api/session/role', { body: { grant: held.grant } });
  }

  private async answer(method: Method, path: string, { body, ifMatch, file }: Sent): Promise<Response> {
    for (;;) {
      const response = await fetch(`${this.address}${encodeURI(path)}`, {
        method,
        headers: {
          ...(this.session !== undefined && { cookie: `kaohe_session=${this.session}` }),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(file && { 'content-type': file.type }),
          ...(ifMatch !== undefined && {
            'if-match': tagOf(typeof ifMatch === 'number' ? { version: ifMatch } : ifMatch),
          }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
        ...(file && { body: file.bytes as Uint8Array<ArrayBuffer> }),
      });
      this.session = COOKIE.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? this.session;
      if (response.ok) return response;
      // So many people from one address are a test, not an office: wait as the server asks.
      const again = response.status === 429 ? Number(response.headers.get('retry-after') ?? 5) : undefined;
      if (again === undefined)
        throw new Error(`${this.login} ${method} ${path}: ${response.status} ${(await response.text()).slice(0, 500)}`);
      await new Promise((resolve) => setTimeout(resolve, again * 1000));
    }
  }
}
