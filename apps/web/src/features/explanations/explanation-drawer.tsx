export function ExplanationDrawer() {
  return null;
}
