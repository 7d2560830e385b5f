/** The numbers of identification, all in one place (GB/T 22239-2019, level 3). */
export const SECURITY = {
  password: {
    leastLength: 8,
    leastLengthOfAdministrators: 12,
    /** Of lower case, upper case, digits, other. */
    leastClasses: 3,
    /** The password in use and those before it. */
    notReused: 5,
    validDays: 90,
  },
  lock: { failures: 5, minutes: 30 },
  idleMinutes: 30,
} as const;

const MINUTE_MS = 60_000;
export const LOCK_MS = SECURITY.lock.minutes * MINUTE_MS;
export const IDLE_MS = SECURITY.idleMinutes * MINUTE_MS;
export const PASSWORD_VALID_MS = SECURITY.password.validDays * 24 * 60 * MINUTE_MS;
