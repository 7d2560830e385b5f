/** Signing in, and everything that has to be done before the first page of the office. */
import { Navigate } from '@tanstack/react-router';
import { keepInOffice } from '../../shared/address/use-address';
import { useSession } from '../../shared/office/session';

export function SignInPage() {
  const { data: session } = useSession();
  if (session?.signedIn && session.acting) return <Navigate to="/office" search={keepInOffice} replace />;
  return null;
}
