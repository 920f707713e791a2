import { useEffect, useRef, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnauthenticated } from '@/api/problem';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { TextInput } from '@/components/inputs';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useProblemText } from '@/components/useProblemText';
import { useShowFactor } from './queries';

/** The second step of a login, after the right password. */
export function CodeForm({ challenge, onBack }: { challenge: string; onBack: () => void }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const show = useShowFactor();
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    input.current?.focus();
  }, []);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (show.isPending) return;
    const code = input.current?.value ?? '';
    show.mutate({ challenge, code }, { onError: () => input.current?.select() });
  };

  return (
    <form onSubmit={submit} className="space-y-5">
      {show.error &&
        (isUnauthenticated(show.error) ? (
          <Notice tone="fail" title={t('login.refused')} alert>
            {problemText(show.error)}
          </Notice>
        ) : (
          <ProblemNotice error={show.error} />
        ))}
      <Field label={t('factor.code')} hint={t('factor.codeHint')}>
        {(control) => (
          <TextInput {...control} ref={input} name="code" autoComplete="one-time-code" required />
        )}
      </Field>
      <Button type="submit" look="primary" className="h-10 w-full" unavailable={show.isPending}>
        {show.isPending ? t('login.pending') : t('login.submit')}
      </Button>
      <Button look="ghost" className="w-full" onClick={onBack}>
        {t('factor.back')}
      </Button>
    </form>
  );
}
