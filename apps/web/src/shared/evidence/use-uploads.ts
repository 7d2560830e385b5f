/** The files on their way to a place; what was interrupted by a reload goes on. */
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useActing } from '../office/session';
import { isSamePlace, type UploadPlace } from './upload-place';
import { onUploads, resumeUploads, type Upload, uploads } from './uploads';

export function useUploads({ year, unit, purpose }: UploadPlace): readonly Upload[] {
  const { login } = useActing();
  const all = useSyncExternalStore(onUploads, uploads);
  useEffect(() => void resumeUploads(login), [login]);
  return useMemo(
    () => all.filter((one) => one.login === login && isSamePlace(one.place, { year, unit, purpose })),
    [all, login, year, unit, purpose],
  );
}
