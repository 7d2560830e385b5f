/** The pages and their addresses. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Navigate,
  useParams,
} from '@tanstack/react-router';
import { ResultsPage } from '../features/results/results-page';
import { UnitPage } from '../features/units/unit-page';
import { parseQuery, printQuery, readSearch } from '../shared/address/search';
import { keepInOffice } from '../shared/address/use-address';
import { unitNamed, useAssessment } from '../shared/assessment/assessment';
import { Reading } from '../shared/office/unread';
import { PageFailed } from './page-failed';
import { Root } from './root';
import { Shell } from './shell';

/** Read when they are first opened. */
const BoundsPage = lazyRouteComponent(() => import('../features/bounds/bounds-page'), 'BoundsPage');
const SchemePage = lazyRouteComponent(() => import('../features/schemes/scheme-page'), 'SchemePage');
const OfficeShell = lazyRouteComponent(() => import('./office-shell'), 'OfficeShell');
const OfficeHome = lazyRouteComponent(() => import('./office-home'), 'OfficeHome');
const AccountsPage = lazyRouteComponent(() => import('../features/accounts/accounts-page'), 'AccountsPage');
const GrantsPage = lazyRouteComponent(() => import('../features/accounts/grants-page'), 'GrantsPage');
const AuditPage = lazyRouteComponent(() => import('../features/audit/audit-page'), 'AuditPage');
const OwnAccountPage = lazyRouteComponent(() => import('../features/sessions/own-account-page'), 'OwnAccountPage');
const SetupPage = lazyRouteComponent(() => import('../features/setup/setup-page'), 'SetupPage');
const SignInPage = lazyRouteComponent(() => import('../features/sessions/sign-in-page'), 'SignInPage');
const SheetListPage = lazyRouteComponent(() => import('../features/sheets/sheet-list-page'), 'SheetListPage');
const SheetPage = lazyRouteComponent(() => import('../features/sheets/sheet-page'), 'SheetPage');
const RatingsPage = lazyRouteComponent(() => import('../features/ratings/ratings-page'), 'RatingsPage');
const RegistersStart = lazyRouteComponent(() => import('../features/registers/registers-page'), 'RegistersStart');
const RegisterPage = lazyRouteComponent(() => import('../features/registers/registers-page'), 'RegisterPage');
const VisitsPage = lazyRouteComponent(() => import('../features/visits/visits-page'), 'VisitsPage');
const VisitPage = lazyRouteComponent(() => import('../features/visits/visit-page'), 'VisitPage');
const RatingFormPage = lazyRouteComponent(() => import('../features/ratings/rating-form-page'), 'RatingFormPage');

const ReportsPage = lazyRouteComponent(() => import('../features/reports/reports-page'), 'ReportsPage');
const ReportPage = lazyRouteComponent(() => import('../features/reports/report-page'), 'ReportPage');
const ClosingPage = lazyRouteComponent(() => import('../features/closing/closing-page'), 'ClosingPage');
const NewYearPage = lazyRouteComponent(() => import('../features/years/new-year-page'), 'NewYearPage');
const DraftsPage = lazyRouteComponent(() => import('../features/scheme-drafts/drafts-page'), 'DraftsPage');
const DraftPage = lazyRouteComponent(() => import('../features/scheme-drafts/draft-page'), 'DraftPage');
const PapersPage = lazyRouteComponent(() => import('../features/papers/papers-page'), 'PapersPage');
const StatementsPage = lazyRouteComponent(() => import('../features/statements/statements-page'), 'StatementsPage');
const UnitHomePage = lazyRouteComponent(() => import('../features/unit-home/unit-home-page'), 'UnitHomePage');

const root = createRootRoute({ validateSearch: readSearch, component: Root });
const start = createRoute({ getParentRoute: () => root, path: '/', component: ToSignIn });
/** Documents and files, without signing in. */
const scoring = createRoute({ getParentRoute: () => root, id: 'scoring', component: Shell });
const results = createRoute({ getParentRoute: () => scoring, path: '/results', component: ResultsPage });
const unit = createRoute({ getParentRoute: () => scoring, path: '/units/$name', component: UnitRoute });
const bounds = createRoute({ getParentRoute: () => scoring, path: '/bounds', component: BoundsRoute });
const unitBounds = createRoute({ getParentRoute: () => scoring, path: '/bounds/$name', component: BoundsRoute });
const scheme = createRoute({ getParentRoute: () => scoring, path: '/scheme', component: SchemePage });

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignInPage });
const setup = createRoute({ getParentRoute: () => root, path: '/setup', component: SetupPage });
/** The pages of the office, for whoever is signed in; each with its line in office-navigation.ts. */
const office = createRoute({ getParentRoute: () => root, path: '/office', component: OfficeShell });
const unitSheet = createRoute({ getParentRoute: () => office, path: '/sheets/$unit', component: UnitSheetRoute });
const unitReport = createRoute({ getParentRoute: () => office, path: '/reports/$unit', component: UnitReportRoute });
const schemeDraft = createRoute({ getParentRoute: () => office, path: '/schemes/$draft', component: SchemeDraftRoute });
const officePages = [
  createRoute({ getParentRoute: () => office, path: '/', component: OfficeHome }),
  createRoute({ getParentRoute: () => office, path: '/sheets', component: SheetListPage }),
  unitSheet,
  createRoute({ getParentRoute: () => office, path: '/ratings', component: RatingsPage }),
  createRoute({ getParentRoute: () => office, path: '/ratings/$form/$rater', component: RatingFormPage }),
  createRoute({ getParentRoute: () => office, path: '/registers', component: RegistersStart }),
  createRoute({ getParentRoute: () => office, path: '/registers/$register', component: RegisterPage }),
  createRoute({ getParentRoute: () => office, path: '/visits', component: VisitsPage }),
  createRoute({ getParentRoute: () => office, path: '/visits/$unit', component: VisitPage }),
  createRoute({ getParentRoute: () => office, path: '/reports', component: ReportsPage }),
  unitReport,
  createRoute({ getParentRoute: () => office, path: '/statements', component: StatementsPage }),
  createRoute({ getParentRoute: () => office, path: '/statements/$stage', component: StatementsPage }),
  createRoute({ getParentRoute: () => office, path: '/closing', component: ClosingPage }),
  createRoute({ getParentRoute: () => office, path: '/years/new', component: NewYearPage }),
  createRoute({ getParentRoute: () => office, path: '/schemes', component: DraftsPage }),
  schemeDraft,
  createRoute({ getParentRoute: () => office, path: '/papers', component: PapersPage }),
  createRoute({ getParentRoute: () => office, path: '/unit', component: UnitHomePage }),
  createRoute({ getParentRoute: () => office, path: '/accounts', component: AccountsPage }),
  createRoute({ getParentRoute: () => office, path: '/grants', component: GrantsPage }),
  createRoute({ getParentRoute: () => office, path: '/audit', component: AuditPage }),
  createRoute({ getParentRoute: () => office, path: '/own-account', component: OwnAccountPage }),
] as const;

function ToSignIn() {
  return <Navigate to="/sign-in" search={keepInOffice} replace />;
}

function ToResults() {
  return <Navigate to="/results" search={(before) => before} replace />;
}

function UnitRoute() {
  const { name } = unit.useParams();
  const known = useNamedUnit(name);
  if (known !== name)
    return <Navigate to="/units/$name" params={{ name: known }} search={(before) => before} replace />;
  return <UnitPage key={name} name={name} />;
}

function UnitSheetRoute() {
  const { unit: name } = unitSheet.useParams();
  return <SheetPage key={name} unit={name} />;
}

function SchemeDraftRoute() {
  const { draft } = schemeDraft.useParams();
  return <DraftPage key={draft} draft={draft} />;
}

function UnitReportRoute() {
  const { unit: name } = unitReport.useParams();
  return <ReportPage key={name} unit={name} />;
}

function BoundsRoute() {
  const { name } = useParams({ strict: false });
  const known = useNamedUnit(name ?? '');
  if (name !== undefined && known !== name)
    return <Navigate to="/bounds/$name" params={{ name: known }} search={(before) => before} replace />;
  return <BoundsPage key={name} name={name} />;
}

/** A link may name a unit by an alias. */
function useNamedUnit(name: string): string {
  return unitNamed(useAssessment().assessment.program.scheme.population, name);
}

export const router = createRouter({
  routeTree: root.addChildren([
    start,
    scoring.addChildren([results, unit, bounds, unitBounds, scheme]),
    signIn,
    setup,
    office.addChildren(officePages),
  ]),
  parseSearch: parseQuery,
  stringifySearch: printQuery,
  defaultNotFoundComponent: ToResults,
  // The program of a page is read when it is first opened: a slow network shows words, a dropped one a way to try again.
  defaultPendingMs: 300,
  defaultPendingComponent: Reading,
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
