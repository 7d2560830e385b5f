/** Which year's and unit's sheet the parts of the page are about. */
import { createContext } from 'react';

export interface SheetPlace {
  readonly year: string;
  readonly unit: string;
}

export const SheetPlaceContext = createContext<SheetPlace>({ year: '', unit: '' });
