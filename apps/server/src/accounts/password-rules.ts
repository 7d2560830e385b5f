/** What a password must be, in the words shown to the person who chose it. */
import type { Family } from '@kaohe/api-contract';
import { invalid, type Refusal } from '../http/refusal.js';
import { SECURITY } from './settings.js';

const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d]/];

/** Why a password is not taken; undefined where it is. */
export function passwordRefusal(
  password: string,
  { login, family }: { readonly login: string; readonly family: Family },
): Refusal | undefined {
  const { leastLength, leastLengthOfAdministrators, leastClasses } = SECURITY.password;
  const least = family === 'business' ? leastLength : leastLengthOfAdministrators;
  const length = [...password].length;
  if (length < least)
    return weak(
      `口令有 ${length} 个字符，至少要 ${least} 个。`,
      `The password has ${length} characters; at least ${least} are needed.`,
    );
  const classes = CLASSES.filter((one) => one.test(password)).length;
  if (classes < leastClasses)
    return weak(
      `口令只有 ${classes} 类字符，大写字母、小写字母、数字、其他符号四类里至少要 ${leastClasses} 类。`,
      `The password has ${classes} kind(s) of character; at least ${leastClasses} of upper case, lower case, digits and others are needed.`,
    );
  if (password.toLowerCase().includes(login.toLowerCase()))
    return weak('口令里不能含有登录名。', 'The password must not contain the login.');
  return undefined;
}

export const reused = (): Refusal =>
  weak(
    `这个口令用过，最近 ${SECURITY.password.notReused} 次用过的口令不能再用。`,
    `This password was used before; the last ${SECURITY.password.notReused} cannot be used again.`,
  );

function weak(detail: string, detailEn: string): Refusal {
  return invalid(detail, detailEn, { field: 'password' });
}
