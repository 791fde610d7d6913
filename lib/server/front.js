// The first page has no address of its own for Streamlit, which says that there is no such page; a reader takes its name for one.
if (/\/overview\/?$/.test(location.pathname)) {
  history.replaceState(history.state, "", location.pathname.replace(/overview\/?$/, "") + location.search + location.hash);
}

// Streamlit looks for its server below the page's own address before it looks above.
// It is where the page's scripts are: in the folder of this address.
window.__streamlit = { BACKEND_BASE_URL: new URL(".", location.href).href };

// The page is said to be English, whatever it shows. Until the app has spoken, the link tells its language; then the app's title does,
// also after a switch of language and where the address names none.
const sayLanguage = (isChinese) => { document.documentElement.lang = isChinese ? "zh" : "en"; };
sayLanguage(new URLSearchParams(location.search).getAll("lang").at(-1) === "zh");
new MutationObserver(() => sayLanguage(/\p{Script=Han}/u.test(document.title))).observe(
  document.querySelector("title"), { childList: true },
);

// Of a link with more parameters than this Streamlit tells the app nothing at all: it shall hear enough to say what is wrong.
const MOST_PARAMETERS = 1000;
const asked = [...new URLSearchParams(location.search)];
if (asked.length > MOST_PARAMETERS) history.replaceState(history.state, "", `?${new URLSearchParams(asked.slice(0, MOST_PARAMETERS))}`);

// On a phone Streamlit's menu lies at the side. With sections it is a list whose items do not lie in it, which says nothing to those who
// listen: its links and headings are said without the list.
const MENU = '[data-testid="stSidebarNavItems"]';
const sayNoList = () => {
  for (const part of document.querySelectorAll(`${MENU}:not([role]), ${MENU} li:not([role])`)) part.setAttribute("role", "none");
};
let isAwaited = false;
new MutationObserver(() => {
  if (isAwaited) return;
  isAwaited = true;
  requestAnimationFrame(() => { isAwaited = false; sayNoList(); });
}).observe(document.documentElement, { childList: true, subtree: true });
