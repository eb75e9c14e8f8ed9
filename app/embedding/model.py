"""A model that makes vectors of texts, run by onnxruntime on the CPU."""

from typing import TYPE_CHECKING

import numpy as np

from app.compare.meaning import Vectors
from app.embedding.folder import MODEL, TOKENIZER, ModelFolder
from app.errors import InputError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

MAX_TOKENS = 256
"""Tokens of one text that are looked at, unless the tokenizer itself says how many."""
MAX_LENGTH = 2000
"""Code points of one text that are looked at: more would not fit in any model's tokens, but take long to cut into them."""
INSTALL = "needs onnxruntime and tokenizers; type: pip install 'variorum[semantic]'"
Spans = tuple[tuple[int, int], ...]
"""Parts of a text, in code points."""
_INPUTS = {"input_ids", "attention_mask", "token_type_ids"}
_PROBE = "The bridge was closed."


class Model:
    """Makes vectors: the mean of the model's output over a text's tokens, brought to length 1 (Reimers and Gurevych 2019).

    Parts of a sentence are taken from the sentence's own tokens (as Günther and others 2024 do with parts of a page): a
    clause by itself says less, and would have to be run too. What was tried and lost on labelled pairs of articles:
    clauses by themselves, and sentences read together with their neighbours.

    Every text is run by itself, on one thread. So its vector depends on nothing else: models with dynamic quantisation
    scale their numbers by the whole batch, and sums over padded or joined rows may be rounded differently. On one core
    batches would not be faster, as no time is lost on padding. May be shared by threads.
    """

    def __init__(self, folder: ModelFolder) -> None:
        """Load a model and try it. Raises InputError without the extra, or where model and tokenizer are not usable."""
        try:
            self._tokenizer = _tokenizer(folder)
            self._session = _session(folder)
        except ImportError as error:
            raise InputError(f"{INSTALL} ({error})") from None
        self._inputs = {one.name for one in self._session.get_inputs()}
        if "input_ids" not in self._inputs or self._inputs - _INPUTS:
            raise InputError(
                f"{MODEL} takes {sorted(self._inputs)}, not input_ids, attention_mask and token_type_ids"
            )
        self.dimensions = self._try()

    def vectors(self, text: str, spans: Spans) -> tuple[Vectors, Vectors]:
        """The vector of a sentence, of shape (dimensions,), and those of parts of it, of shape (spans, dimensions).

        A part's vector is the mean over the tokens that reach into it, read in their sentence; that of a part beyond the
        tokens that are looked at is read by itself. They are rounded to half precision, as they are stored; a text
        without a token has zeros.
        """
        read = self._read(text)
        output = self._output(read.ids)
        starts, ends = np.array(read.offsets, dtype=np.int64).reshape(-1, 2).T
        rows = np.zeros((len(spans), output.shape[1]), dtype=np.float32)
        for row, (start, end) in zip(rows, spans, strict=True):
            inside = (starts < end) & (ends > start) & (starts < ends)
            row[:] = _unit(output[inside] if inside.any() else self._output(self._read(text[start:end]).ids))
        return _unit(output), rows

    def _read(self, text: str) -> "Encoding":
        # half a surrogate pair is no text to the tokenizer, which is UTF-8 inside; a sign for it keeps the places
        return self._tokenizer.encode(text[:MAX_LENGTH].encode("utf-8", "replace").decode())

    def _output(self, tokens: list[int]) -> Vectors:
        """The model's output for one text, of shape (tokens, dimensions)."""
        if not tokens:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        ids = np.array([tokens], dtype=np.int64)
        given = {"input_ids": ids, "attention_mask": np.ones_like(ids), "token_type_ids": np.zeros_like(ids)}
        (output, *_) = self._session.run(None, {name: given[name] for name in self._inputs})
        if np.ndim(output) != 3 or np.shape(output)[:2] != ids.shape:
            raise InputError(
                f"{MODEL} gives {np.shape(output)} for {len(tokens)} tokens, not a vector for each of them"
            )
        return np.asarray(output[0], dtype=np.float32)

    def _try(self) -> int:
        """Run the model on a text, and on the last token that the tokenizer knows; the number of dimensions."""
        tokens = self._tokenizer.encode(_PROBE).ids
        last = self._tokenizer.get_vocab_size() - 1
        try:
            output = self._output(tokens)
            self._output([*tokens, last])
        except InputError:
            raise
        except Exception as error:  # noqa: BLE001 - onnxruntime has its own exceptions, of no common kind
            raise InputError(f"{MODEL} and {TOKENIZER} do not go together: {_line(error)}") from None
        if not np.isfinite(output).all():
            raise InputError(f"{MODEL} gives what are no numbers for the text {_PROBE!r}")
        return int(output.shape[1])


def _unit(rows: Vectors) -> Vectors:
    """The mean of rows, of length 1, rounded to half precision; zeros if it has no length or is no number."""
    with np.errstate(all="ignore"):
        mean = rows.sum(axis=0, dtype=np.float64)
        unit = (mean / np.linalg.norm(mean)).astype(np.float16).astype(np.float32)
    return unit if np.isfinite(unit).all() else np.zeros_like(unit)


def _tokenizer(folder: ModelFolder) -> "Tokenizer":
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(folder.path / TOKENIZER))
    except Exception as error:  # noqa: BLE001 - the library raises Exception itself
        raise InputError(f"{TOKENIZER} cannot be read: {_line(error)}") from None
    tokenizer.no_padding()
    if tokenizer.truncation is None:
        tokenizer.enable_truncation(MAX_TOKENS)
    return tokenizer


def _session(folder: ModelFolder) -> "InferenceSession":
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    # Weights kept as small integers are made numbers once, instead of for every text.
    options.add_session_config_entry("session.disable_quant_qdq", "1")
    try:
        return InferenceSession(str(folder.path / MODEL), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # noqa: BLE001 - onnxruntime has its own exceptions, of no common kind
        raise InputError(f"{MODEL} cannot be loaded: {_line(error)}") from None


def _line(error: Exception) -> str:
    return " ".join(str(error).split())
