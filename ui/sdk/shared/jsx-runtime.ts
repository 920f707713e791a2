/** What contributions get as `react/jsx-runtime`. */
export { Fragment, jsx, jsxs } from 'react/jsx-runtime';
