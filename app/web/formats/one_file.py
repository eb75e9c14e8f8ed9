"""What a page in one file may use: the style sheets that stand inside it, and nothing else."""

import base64
import hashlib
from collections.abc import Sequence

from app.web.rendering import own_style


def style_policy(styles: Sequence[str]) -> str:
    """A content security policy that allows these of our own style sheets, by their hashes."""
    digests = [hashlib.sha256(own_style(name).encode()).digest() for name in styles]
    allowed = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    return f"default-src 'none'; style-src {allowed}; base-uri 'none'; form-action 'none'"
