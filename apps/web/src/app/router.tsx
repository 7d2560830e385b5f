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
import { unitNamed, useAssessment } from '../shared/assessment/assessment';
import { Shell } from './shell';

/** Read when they are first opened. */
const BoundsPage = lazyRouteComponent(() => import('../features/bounds/bounds-page'), 'BoundsPage');
const SchemePage = lazyRouteComponent(() => import('../features/schemes/scheme-page'), 'SchemePage');

const root = createRootRoute({ validateSearch: readSearch, component: Shell });
const start = createRoute({ getParentRoute: () => root, path: '/', component: ToResults });
const results = createRoute({ getParentRoute: () => root, path: '/results', component: ResultsPage });
const unit = createRoute({ getParentRoute: () => root, path: '/units/$name', component: UnitRoute });
const bounds = createRoute({ getParentRoute: () => root, path: '/bounds', component: BoundsRoute });
const unitBounds = createRoute({ getParentRoute: () => root, path: '/bounds/$name', component: BoundsRoute });
const scheme = createRoute({ getParentRoute: () => root, path: '/scheme', component: SchemePage });

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
  routeTree: root.addChildren([start, results, unit, bounds, unitBounds, scheme]),
  parseSearch: parseQuery,
  stringifySearch: printQuery,
  defaultNotFoundComponent: ToResults,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
