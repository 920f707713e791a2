-- When the second factor was shown for the session, and when its user last showed who they are.
alter table session add column factor_at timestamptz;
alter table session add column confirmed_at timestamptz;

-- A version that knows nothing of second factors, and still runs for a while, opens no session for an account that has one.
create function refuse_session_without_factor() returns trigger language plpgsql as $$
begin
    if new.factor_at is null
            and exists (select from totp where account_id = new.account_id and confirmed_at is not null) then
        raise exception 'the account has a second factor, which was not shown' using errcode = 'check_violation';
    end if;
    return new;
end
$$;

create trigger session_with_factor before insert on session
    for each row execute function refuse_session_without_factor();
