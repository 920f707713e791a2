import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Menu } from '@/components/Menu';
import { Action, MenuChoice, MenuSeparator, MenuWay } from '@/components/MenuItems';
import { ProblemNotice } from '@/components/ProblemNotice';
import { later } from '@/contributions/later';
import { Slot } from '@/contributions/Slot';
import { useMe } from '@/domain/me';
import { THEMES, useTheme } from '@/features/preferences/theme';
import { useLogout } from '@/features/session/queries';
import { chooseLanguage, LANGUAGES, type Language } from '@/i18n';
import { hasDrafts } from '@/lib/useDraft';

const OBOX = { id: 'account', name: 'OBox' };

const LogoutQuestion = later(async () => (await import('./LogoutQuestion')).LogoutQuestion);

/** Who is logged in, how the page looks to them, and the way out. */
export function AccountMenu() {
  const { t, i18n } = useTranslation();
  const me = useMe();
  const logout = useLogout();
  const [theme, chooseTheme] = useTheme();
  const [asking, setAsking] = useState(false);
  return (
    <div className="relative">
      <Menu
        label={t('frame.account', { email: me.email })}
        className="grid size-9 place-items-center rounded-full border border-line bg-surface text-sm font-semibold uppercase transition-colors hover:border-line-strong aria-expanded:bg-sunken"
        button={<span aria-hidden="true">{me.email.slice(0, 1)}</span>}
        head={
          <div className="border-b border-line px-4 py-2.5">
            <p className="truncate font-medium" title={me.email}>
              {me.email}
            </p>
            <p className="text-xs text-ink-faint">{t(`role.${me.role}`)}</p>
          </div>
        }
      >
        <MenuWay icon="user" to="/profile">
          {t('frame.profile')}
        </MenuWay>
        <MenuChoice<Language>
          label={t('frame.language')}
          options={LANGUAGES.map((value) => ({
            value,
            label: t(`language.${value}`),
            lang: value,
          }))}
          value={i18n.resolvedLanguage === 'fr' ? 'fr' : 'en'}
          onChange={(language) => void chooseLanguage(language)}
        />
        <MenuChoice
          label={t('theme.label')}
          options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
          value={theme}
          onChange={chooseTheme}
        />
        <MenuSeparator />
        <Action
          icon="logout"
          onChoose={() => {
            if (hasDrafts(`${me.id}.`)) setAsking(true);
            else logout.mutate();
          }}
        >
          {t('session.logout')}
        </Action>
      </Menu>
      {logout.error && (
        <ProblemNotice
          error={logout.error}
          title={t('session.logoutFailed')}
          className="absolute top-full right-0 z-20 mt-2 w-80 max-w-[calc(100vw-2rem)] shadow-raised"
        />
      )}
      {asking && (
        <Slot by={OBOX}>
          <LogoutQuestion
            onConfirm={() => {
              setAsking(false);
              logout.mutate();
            }}
            onClose={() => {
              setAsking(false);
            }}
          />
        </Slot>
      )}
    </div>
  );
}
