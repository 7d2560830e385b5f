/** Signing in, and everything that has to be done before the first page of the office. */
import { Navigate } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { nextStep, useSession } from '../../shared/office/session';
import { SignInSteps } from './sign-in-steps';

export function SignInPage() {
  const { data: session } = useSession();
  if (session && nextStep(session) === 'none') return <Navigate to="/office" search={keepInOffice} replace />;
  return <SignInSteps />;
}
