/** The code of a paper typed in: what paper it is, and whether the data of today still give it. */
import type { Verification } from '@kaohe/api-contract';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import { useState } from 'react';
import { useLanguage, useTranslation } from '../../shared/language/i18n';
import { Refusal } from '../../shared/office/refusal';
import { useWork } from '../../shared/office/use-work';
import { verifyCode } from './requests';

export function CheckPaper({ year }: { readonly year: string }) {
  const { t } = useTranslation();
  const [code, setCode] = useState('');
  const [found, setFound] = useState<Verification>();
  const { busy, error, run } = useWork();
  const check = () => {
    setFound(undefined);
    void run(async () => setFound(await verifyCode(year, code.trim())));
  };
  return (
    <section className="paper papers-of" aria-label={t('exports.checkTitle')}>
      <h2>{t('exports.checkTitle')}</h2>
      <form
        className="check-paper"
        onSubmit={(event) => {
          event.preventDefault();
          check();
        }}
      >
        <label htmlFor="paper-code">{t('exports.code')}</label>
        <Input
          id="paper-code"
          placeholder="XXXX-XXXX-XXXX"
          autoComplete="off"
          value={code}
          onChange={(event) => setCode(event.target.value)}
        />
        <Button htmlType="submit" disabled={busy || code.trim().length < 12}>
          {t('exports.check')}
        </Button>
      </form>
      <Refusal error={error} />
      {found && <Found found={found} />}
    </section>
  );
}

function Found({ found }: { readonly found: Verification }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { editionStands, factsStand, score, changes, more } = found;
  const verdict = !editionStands ? 'otherEdition' : factsStand ? 'stands' : 'moved';
  return (
    <div role="status">
      <p>
        <strong>
          {verdict === 'stands' ? '✓' : '✗'} {t(`exports.${verdict}`)}
        </strong>
      </p>
      <p>{t('exports.madeOf', { unit: found.unit, paper: found[language], on: found.on, by: found.madeBy })}</p>
      {score && <p>{t('exports.score', { before: score[0], now: score[1] })}</p>}
      {changes.length > 0 && (
        <table className="compact">
          <thead>
            <tr>
              {(['place', 'before', 'after'] as const).map((head) => (
                <th key={head} scope="col">
                  {t(`exports.${head}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {changes.map(({ place, before, after }) => (
              <tr key={place}>
                <th scope="row">{place}</th>
                <td>{before ?? t('exports.absent')}</td>
                <td>{after ?? t('exports.absent')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more > 0 && <p>{t('exports.more', { count: more })}</p>}
    </div>
  );
}
