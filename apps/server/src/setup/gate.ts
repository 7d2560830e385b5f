/** The code the terminal shows: who sets up an office can see the server, not only reach it. */
import { createHash, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../http/refusal.js';

const MOST_TRIES = 5;

export class SetupGate {
  #code: string | undefined;
  #tries = 0;
  #busy = false;

  constructor(code: string | undefined) {
    this.#code = code;
  }

  get isOpen(): boolean {
    return this.#code !== undefined;
  }

  /** Does the work for whoever knows the code, once; what fails may be tried again. */
  async pass<Result>(code: string, work: () => Promise<Result>): Promise<Result> {
    if (this.#code === undefined || this.#busy) throw closed();
    if (!isSame(code, this.#code)) throw this.#wrongCode();
    this.#busy = true;
    try {
      const result = await work();
      this.#code = undefined;
      return result;
    } finally {
      this.#busy = false;
    }
  }

  #wrongCode(): Refusal {
    this.#tries += 1;
    if (this.#tries >= MOST_TRIES) this.#code = undefined;
    return new Refusal(403, {
      code: 'wrong-setup-code',
      title: '设置码不对',
      titleEn: 'Wrong set-up code',
      detail: `请看启动服务的终端。错 ${MOST_TRIES} 次后要重新启动。`,
      detailEn: `Look at the terminal the server was started in. After ${MOST_TRIES} wrong codes it must be started again.`,
    });
  }
}

function isSame(typed: string, code: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text.replace(/[\s-]/g, '').toUpperCase()).digest();
  return timingSafeEqual(digest(typed), digest(code));
}

function closed(): Refusal {
  return new Refusal(409, {
    code: 'set-up-closed',
    title: '现在不能设置',
    titleEn: 'Set-up is closed',
    detail: '这里已经有安委办，或者没有用 kaohe serve --init 启动，或者正在设置。',
    detailEn:
      'There is an office here already, or the server was not started with kaohe serve --init, or set-up is under way.',
  });
}
