/** The frame of the pages without sign-in: top bar, navigation, the page, the explanation at the right. */
import { Outlet } from '@tanstack/react-router';
import Alert from 'antd/es/alert';
import Button from 'antd/es/button';
import Spin from 'antd/es/spin';
import { ExplanationDrawer } from '../features/explanations/explanation-drawer';
import { AssessmentContext, FactsActionsContext } from '../shared/assessment/assessment';
import { useDrop } from '../shared/files/use-drop';
import { useTranslation } from '../shared/language/i18n';
import { Navigation } from './navigation';
import { ReadingsBanner } from './readings-banner';
import { RefusedNotice } from './refused-notice';
import { TopBar } from './top-bar';
import { TrialBanner } from './trial-banner';
import { UnknownScheme } from './unknown-scheme';
import { type FactsState, useFacts } from './use-facts';

export function Shell() {
  const { t } = useTranslation();
  const facts = useFacts();
  const dropping = useDrop(facts.take);
  return (
    <FactsActionsContext.Provider value={facts.actions}>
      <AssessmentContext.Provider value={facts.inUse}>
        <a className="skip" href="#page">
          {t('app.skip')}
        </a>
        <TopBar facts={facts} />
        <div className="frame">
          <Navigation ready={facts.inUse !== undefined} />
          <main id="page" className="page" tabIndex={-1}>
            {facts.refused && <RefusedNotice refused={facts.refused} onClose={facts.dismiss} />}
            {facts.inUse ? (
              <>
                <ReadingsBanner />
                <TrialBanner />
                <Outlet />
              </>
            ) : (
              <Waiting facts={facts} />
            )}
          </main>
        </div>
        {facts.inUse && <ExplanationDrawer />}
        {dropping && <div className="drop-sign">{t('top.drop')}</div>}
      </AssessmentContext.Provider>
    </FactsActionsContext.Provider>
  );
}

/** Before there is anything to show: reading, or what went wrong and what to do. */
function Waiting({ facts: { failure, scheme, retry } }: { readonly facts: FactsState }) {
  const { t } = useTranslation();
  if (scheme.unknown !== undefined) return <UnknownScheme scheme={scheme} />;
  if (!failure) {
    return (
      <div className="waiting" role="status">
        <Spin /> <span>{t('state.loading')}</span>
      </div>
    );
  }
  return (
    <Alert
      type="error"
      showIcon
      title={t('state.failed', { detail: failure.message })}
      description={t('state.noServer')}
      action={<Button onClick={retry}>{t('state.retry')}</Button>}
    />
  );
}
