export function UnitPage({ name }: { readonly name: string }) {
  return <p>{name}</p>;
}
