import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/**
 * The token of the link that led here, which stands behind the `#`, so that no server is sent it. It leaves the address at once and
 * stays in no history. Another link that is opened in the same page begins it anew.
 */
export function useLinkToken(): string {
  const { pathname, hash } = useLocation();
  const navigate = useNavigate();
  const [token] = useState(() => new URLSearchParams(hash.slice(1)).get('token') ?? '');
  const taken = useRef(false);
  useEffect(() => {
    if (hash === '') taken.current = true;
    else if (taken.current) window.location.reload();
    else void navigate(pathname, { replace: true });
  }, [navigate, pathname, hash]);
  return token;
}
