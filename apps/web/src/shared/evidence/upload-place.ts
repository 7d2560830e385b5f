/** Where a file belongs: what it shows something for. */
import type { EvidencePurpose } from '@kaohe/api-contract';

export interface UploadPlace {
  readonly year: string;
  /** Empty for the scan of a rating form. */
  readonly unit: string;
  readonly purpose: EvidencePurpose;
}

export function evidenceUrl(year: string): string {
  return `/api/years/${encodeURIComponent(year)}/evidence`;
}

export function uploadsUrl(year: string): string {
  return `/api/years/${encodeURIComponent(year)}/uploads`;
}

export function isSamePlace(one: UploadPlace, other: UploadPlace): boolean {
  return one.year === other.year && one.unit === other.unit && one.purpose === other.purpose;
}
