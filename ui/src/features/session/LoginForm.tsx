import { useRef, useState, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnauthenticated } from '@/api/problem';
import { Button } from '@/components/Button';
import { Field } from '@/components/Field';
import { TextInput } from '@/components/inputs';
import { Notice } from '@/components/Notice';
import { ProblemNotice } from '@/components/ProblemNotice';
import { useProblemText } from '@/components/useProblemText';
import { CodeForm } from './CodeForm';
import { useLogin } from './queries';

export function LoginForm() {
  const { t } = useTranslation();
  const [challenge, setChallenge] = useState<string>();
  const login = useLogin(setChallenge);
  const password = useRef<HTMLInputElement>(null);

  if (challenge) {
    return (
      <CodeForm
        challenge={challenge}
        onBack={() => {
          setChallenge(undefined);
        }}
      />
    );
  }

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (login.isPending) return;
    const form = new FormData(event.currentTarget);
    login.mutate(
      { email: text(form, 'email'), password: text(form, 'password') },
      { onError: () => password.current?.select() },
    );
  };

  return (
    <form onSubmit={submit} className="space-y-5">
      {login.error && <LoginProblem error={login.error} />}
      <Field label={t('login.email')}>
        {(control) => (
          <TextInput {...control} name="email" type="email" autoComplete="username" required />
        )}
      </Field>
      <Field label={t('login.password')}>
        {(control) => (
          <TextInput
            {...control}
            ref={password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
        )}
      </Field>
      <Button type="submit" look="primary" className="h-10 w-full" unavailable={login.isPending}>
        {login.isPending ? t('login.pending') : t('login.submit')}
      </Button>
    </form>
  );
}

/** A refusal's usual advice is to log in, which is what the reader is just doing. */
function LoginProblem({ error }: { error: Error }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  if (!isUnauthenticated(error)) return <ProblemNotice error={error} />;
  return (
    <Notice tone="fail" title={t('login.refused')} alert>
      {problemText(error)}
    </Notice>
  );
}

function text(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
