"""The web application: `uvicorn --factory app.main:create_app`, or `variorum serve`, which also prepares the database."""

from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from app import __version__
from app.embedding.embedder import Embedder
from app.settings import Settings
from app.store.store import Store
from app.store.understanding import Understanding
from app.web import failures
from app.web.library import Library
from app.web.rendering import assets
from app.web.routes import router
from app.web.security import SecurityHeaders


def create_app(settings: Settings | None = None) -> ASGIApp:
    """The application for these settings (by default the environment's). It only reads the database.

    With a model it also keeps what the model makes of versions. Raises InputError where the model cannot be loaded;
    starting it raises StoreError where the database is missing or of another schema.
    """
    chosen = settings or Settings.read()
    embedder = Embedder.load(chosen.embedding_model) if chosen.embedding_model else None

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        with ExitStack() as opened:
            store = opened.enter_context(Store(chosen.database_url, read_only=True))
            understanding = None
            if embedder is not None:
                # a database on a read-only disk can be read by this store, but not by one that could write
                writer = opened.enter_context(Store(chosen.database_url))
                understanding = Understanding(store, embedder, writer=writer)
            app.state.library = Library(store, understanding)
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
    # Outermost of all, so that even the answer to a fault of our own carries the headers.
    return SecurityHeaders(app)
