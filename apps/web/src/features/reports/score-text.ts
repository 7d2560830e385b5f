/** A score as the server gives it: one number, or both ends while something is open. */
export function scoreText({ least, most }: { readonly least: string; readonly most: string }): string {
  return least === most ? least : `${least}–${most}`;
}
