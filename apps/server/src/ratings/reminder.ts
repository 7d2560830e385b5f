/** 催办: the text an office pastes into its group, naming posts only. */
export function reminderFor(title: string, late: readonly { readonly name: string }[]): string | null {
  if (late.length === 0) return null;
  return `【催办】《${title.replace(/\s+/g, '')}》还有 ${late.length} 份没有交齐：${late.map(({ name }) => name).join('、')}。请尽快填写并提交。`;
}
