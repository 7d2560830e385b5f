/** Codes of an authenticator (RFC 6238): six digits every thirty seconds, each taken once. */
import { Secret, TOTP } from 'otpauth';

/** One step early or late: clocks differ. */
const WINDOW = 1;
const ISSUER = 'Kaohe';

export function newSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The address a QR code carries into an authenticator. */
export function totpUri(secret: string, { login, office }: { login: string; office: string }): string {
  return totpOf(secret, `${office} ${login}`).toString();
}

/** The step a code belongs to; undefined where it is wrong, or not younger than the last one taken. */
export function stepOf(
  code: string,
  { secret, lastStep, now }: { secret: string; lastStep: string | null; now: Date },
): number | undefined {
  const timestamp = now.getTime();
  const delta = totpOf(secret, '').validate({ token: code, window: WINDOW, timestamp });
  if (delta === null) return undefined;
  const step = TOTP.counter({ timestamp }) + delta;
  return lastStep !== null && step <= Number(lastStep) ? undefined : step;
}

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: ISSUER, label, secret: Secret.fromBase32(secret) });
}
