/** A request that is refused: thrown by services, answered as problem+json. `more` is what the client needs to go on. */
import type { HttpProblem } from './problem.js';

export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly status: number;
  readonly problem: HttpProblem;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(status: number, problem: HttpProblem, more: Readonly<Record<string, unknown>> = {}) {
    super(problem.detailEn);
    this.status = status;
    this.problem = problem;
    this.more = more;
  }
}

export const notSignedIn = (): Refusal =>
  new Refusal(401, {
    code: 'not-signed-in',
    title: '请先登录',
    titleEn: 'Sign in first',
    detail: '没有登录，或登录已过期。请重新登录；没有提交的内容仍保留在页面上。',
    detailEn: 'You are not signed in, or the session has ended. Sign in again; what was not sent is still on the page.',
  });

export const notAllowed = (name: string, nameEn: string): Refusal =>
  new Refusal(403, {
    code: 'not-allowed',
    title: '没有权限',
    titleEn: 'Not allowed',
    detail: `当前角色不能“${name}”。如您还有别的角色，请先切换角色。`,
    detailEn: `The role you act in may not: ${nameEn}. If you hold another role, switch to it first.`,
  });

/** Also the answer for what exists and belongs to somebody else: its existence is not told. */
export const noSuch = (zh: string, en: string): Refusal =>
  new Refusal(404, {
    code: 'not-found',
    title: '没有找到',
    titleEn: 'Not found',
    detail: `没有${zh}，或它不归您负责。`,
    detailEn: `There is no ${en}, or it is not yours.`,
  });

export const wrongState = (detail: string, detailEn: string, more: Readonly<Record<string, unknown>> = {}): Refusal =>
  new Refusal(
    409,
    { code: 'wrong-state', title: '现在不能这样做', titleEn: 'Not in this state', detail, detailEn },
    more,
  );

/** A stale edit: the client gets what is there now and what it sent, and decides. */
export const staleEdit = (current: unknown, sent: unknown): Refusal =>
  new Refusal(
    409,
    {
      code: 'stale-edit',
      title: '别人已经改过',
      titleEn: 'Changed by somebody else',
      detail: '您打开之后别人改过这一处。两个版本都在这里，请选择保留哪一个；您填的没有丢。',
      detailEn:
        'Somebody changed this after you opened it. Both versions are here: choose which to keep; nothing of yours is lost.',
    },
    { current, sent },
  );

/** The same where nothing was typed that could be kept: somebody acted on what is not there any more. */
export const staleSight = (current: unknown, sent: unknown): Refusal =>
  new Refusal(
    409,
    {
      code: 'stale-edit',
      title: '您看过之后有改动',
      titleEn: 'Changed since you looked',
      detail: '您打开之后，这里的分数、内容或状态有了改动，所以没有照办。请看过现在的内容，再决定。',
      detailEn:
        'The score, the content or the state has changed since you opened it, so nothing was done. Look at what it is now, then decide.',
    },
    { current, sent },
  );

/** An act over what was seen, and the request does not say what that was. */
export const notSeen = ({ name, nameEn }: { name: string; nameEn: string }): Refusal =>
  new Refusal(428, {
    code: 'not-seen',
    title: '没有说明所依据的版本',
    titleEn: 'Over which version is not said',
    detail: `“${name}”要写明是照哪一版办的：请先读取，把回答里 ETag 的值原样放进 If-Match 再办。`,
    detailEn: `“${nameEn}” is done over the version that was seen: read it first, and send the value of its ETag as If-Match.`,
  });

export const invalid = (detail: string, detailEn: string, more: Readonly<Record<string, unknown>> = {}): Refusal =>
  new Refusal(422, { code: 'invalid', title: '内容有误', titleEn: 'Invalid', detail, detailEn }, more);
