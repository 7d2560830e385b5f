/** What files hold before anything is known of it: a tree of strings. */
export type RawTree = string | readonly RawTree[] | { readonly [key: string]: RawTree };
export type RawObject = { readonly [key: string]: RawTree };

export function isRawObject(tree: RawTree | undefined): tree is RawObject {
  return typeof tree === 'object' && tree !== null && !Array.isArray(tree);
}
