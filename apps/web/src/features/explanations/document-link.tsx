/** From a step of the computation to its sentence in the document. */
import type { Explanation } from '@kaohe/scoring';
import { Link } from '@tanstack/react-router';
import type { Search } from '../../shared/address/search';
import { keepAcross } from '../../shared/address/use-address';
import { useTranslation } from '../../shared/language/i18n';

export function DocumentLink({ node }: { readonly node: Explanation }) {
  const { t } = useTranslation();
  const search = placeInDocument(node);
  if (!search) return null;
  return (
    <Link
      to="/scheme"
      search={(before: Search) => ({ ...keepAcross(before), why: before.why, at: before.at, ...search })}
      className="document-link"
    >
      {t('why.document')}
    </Link>
  );
}

function placeInDocument({ kind, id }: Explanation): Search | undefined {
  if (kind === 'clause' || kind === 'item') return { sheet: id.split('/')[0], show: id };
  if (kind === 'ballots') return { section: 'forms' };
  if (kind === 'bonus') return { section: 'notice' };
  return undefined;
}
