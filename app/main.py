"""The web application: `uvicorn --factory app.main:create_app`, or `variorum serve`, which also prepares the database."""

from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from app import __version__
from app.embedding.embedder import Embedder
from app.ingest.decoding import decode
from app.ingest.plain_text import read_text_file
from app.settings import Settings
from app.store.store import Store
from app.store.understanding import Understanding
from app.web import failures
from app.web.ahead import CollatingAhead
from app.web.brought.bench import Bench
from app.web.brought.keeping import is_loopback
from app.web.brought.texts import Readers
from app.web.cards.easel import Easel
from app.web.library import Library
from app.web.origin import Origin
from app.web.rendering import assets
from app.web.routes import router
from app.web.security import SecurityHeaders


def create_app(settings: Settings | None = None, *, ahead: bool = True) -> ASGIApp:
    """The application for these settings (by default the environment's).

    Of the database it only reads what came in; it keeps what it makes of that: comparisons, collations, with a model also
    meanings. Where it listens to this machine alone, its person may have texts kept too. `ahead`: it collates by itself
    what is not collated yet. Raises InputError where the model cannot be loaded; starting it raises StoreError where the
    database is missing or of another schema.
    """
    chosen = settings or Settings.read()
    embedder = Embedder.load(chosen.embedding_model) if chosen.embedding_model else None

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with ExitStack() as opened:
            store = opened.enter_context(Store(chosen.database_url, read_only=True))
            # a database on a read-only disk can be read by this store, but not by one that could write
            writer = opened.enter_context(Store(chosen.database_url))
            known = Understanding(store, embedder, writer=writer) if embedder else None
            app.state.library = Library(store, known, writer=writer)
            opened.callback(app.state.library.stop)
            alone = is_loopback(chosen.host) and chosen.base_url is None
            app.state.bench = Bench(Readers(decode, read_text_file, embedder), writer if alone else None)
            app.state.easel = Easel()
            if ahead:
                collating = CollatingAhead(app.state.library)
                opened.callback(collating.stop)
                collating.start()
            yield

    app = FastAPI(
        title="Variorum",
        version=__version__,
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        redirect_slashes=False,  # a redirect would repeat the Host header that it was sent
    )
    app.include_router(router)
    app.mount("/static", assets(), "static")
    failures.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=1000)
    app.add_middleware(Origin, base_url=chosen.base_url)
    # Outermost of all, so that even the answer to a fault of our own carries the headers.
    return SecurityHeaders(app)
