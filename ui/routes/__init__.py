"""The routes outside the page: one module a subject, each a function that gives an APIRouter."""
