import { useState } from 'react';
import { useSession } from '../../state/session';
import { DemoCard } from './demo-card';
import { Gate } from './gate';
import { Recovery } from './recovery';
import { Registration } from './registration';
import { SignIn } from './sign-in';

/** Before the sign-in: the form, the recovery of a password, the explanation of the first registration. */
export function SignedOut() {
  const [view, setView] = useState<'sign-in' | 'recovery' | 'registration'>('sign-in');
  const [phone, setPhone] = useState(useSession()?.locked?.phone.slice('375'.length) ?? '');
  /** What «Заполнить» put into the form; `times` makes a second press count too. */
  const [filled, setFilled] = useState({ password: '', times: 0 });
  const fill = (number: string, password: string) => {
    setPhone(number.slice('375'.length));
    setFilled(({ times }) => ({ password, times: times + 1 }));
  };
  const toSignIn = () => setView('sign-in');
  const toRecovery = () => setView('recovery');
  return (
    <Gate aside={<DemoCard {...(view === 'registration' ? {} : { onFill: fill })} />}>
      {view === 'sign-in' && (
        <SignIn
          key={filled.times}
          phone={phone}
          onPhone={setPhone}
          initialPassword={filled.password}
          onForgot={toRecovery}
          onRegister={() => setView('registration')}
        />
      )}
      {view === 'recovery' && <Recovery phone={phone} onPhone={setPhone} onSignIn={toSignIn} />}
      {view === 'registration' && <Registration onSignIn={toSignIn} onRecovery={toRecovery} />}
    </Gate>
  );
}
