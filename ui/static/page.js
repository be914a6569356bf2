// What the tabs have in common.

document.documentElement.lang = location.pathname.startsWith('/es') ? 'es' : 'en';
