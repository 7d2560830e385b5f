/** How much room evidence takes, and who takes the most of it. */
import type { EvidenceUse as Use } from '@kaohe/api-contract';
import { useQuery } from '@tanstack/react-query';
import { bytesWords } from '../../shared/evidence/bytes-words';
import { useTranslation } from '../../shared/language/i18n';
import { Quoted } from '../../shared/language/quoted';
import { request } from '../../shared/office/client';
import { Unread } from '../../shared/office/unread';

const NAMED = 3;

export function EvidenceUse({ year }: { readonly year: string }) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['office', year, 'evidence-use'],
    queryFn: () => request<Use>('GET', `/api/years/${encodeURIComponent(year)}/evidence-use`),
    staleTime: 0,
  });
  if (!data) return <Unread error={error} />;
  const fullest = data.units
    .slice(0, NAMED)
    .map(({ unit, files, bytes }) => t('uploads.fullestOne', { unit, files, used: bytesWords(bytes) }));
  return (
    <p className="count burden">
      {t('uploads.use', {
        used: bytesWords(data.bytes),
        most: bytesWords(data.most),
        unitMost: bytesWords(data.unitMost),
      })}{' '}
      {fullest.length > 0 && <Quoted text={t('uploads.fullest', { list: fullest.join(t('sheets.between')) })} />}
    </p>
  );
}
