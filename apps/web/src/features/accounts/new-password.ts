/** An initial password, made in this browser: the server is told it and never tells it again. */

/** Without letters and digits that look alike: it is read from paper. */
const CLASSES = ['abcdefghjkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'];
const LENGTH = 12;

export function newPassword(): string {
  const all = CLASSES.join('');
  for (;;) {
    const password = Array.from({ length: LENGTH }, () => all[below(all.length)] ?? '').join('');
    if (CLASSES.every((one) => [...one].some((letter) => password.includes(letter))))
      return password.replace(/(....)(?=.)/g, '$1-');
  }
}

/** A whole number below `end`, each as likely as any other. */
function below(end: number): number {
  const most = Math.floor(2 ** 32 / end) * end;
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < most) return drawn % end;
  }
}
