/** Puts a choice between readings into the address; the adopted alternative needs no place there. */
import { printReadings, readReadings } from '../address/search';
import { useAddress, useChangeAddress } from '../address/use-address';

export function useChooseReading(name: string, adopted: string): (alternative: string) => void {
  const { readings } = useAddress();
  const change = useChangeAddress();
  return (alternative) => {
    const { [name]: _, ...others } = readReadings(readings);
    change({ readings: printReadings(alternative === adopted ? others : { ...others, [name]: alternative }) });
  };
}
