/** A list that grows is read page by page: where the page before ended (`after`), at most so many (`limit`), and where to go on (`next`). */
import { z } from 'zod';

export const MOST_PER_PAGE = 200;

/** What a list is asked with; `usual` rows where nothing is said. */
export const pageQuery = (usual: number) =>
  z.object({
    /** The `next` of the page before. */
    after: z.string().max(1000).optional(),
    limit: z.coerce.number().int().min(1).max(MOST_PER_PAGE).default(usual),
  });
export const pageQueryShape = pageQuery(100);
export type PageQuery = z.output<typeof pageQueryShape>;

/** Beside the rows of a page: where the next one starts; null where this one is the last. */
export const nextShape = z.string().nullable();
