import { definePart } from '@/contributions/own';
import { LoginPage } from './LoginPage';

export default definePart({
  id: 'session',
  routes: [{ path: 'login', access: 'public', page: LoginPage }],
});
