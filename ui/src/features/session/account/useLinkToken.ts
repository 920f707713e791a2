import { useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';

/** The token of the link that led here. It leaves the address at once, so that it stays in no history and goes nowhere else. */
export function useLinkToken(): string {
  const { pathname, hash } = useLocation();
  const navigate = useNavigate();
  const [token] = useState(() => new URLSearchParams(hash.slice(1)).get('token') ?? '');
  useEffect(() => {
    if (hash !== '') void navigate(pathname, { replace: true });
  }, [navigate, pathname, hash]);
  return token;
}
