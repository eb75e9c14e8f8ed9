"""A real ONNX model of a few hundred bytes with its tokenizer: it gives each known word a fixed vector.

The file is written field by field (onnx.proto of ONNX 1.7: ModelProto, GraphProto, NodeProto, TensorProto), so that no
library is needed for it.
"""

from pathlib import Path

import numpy as np
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.normalizers import Lowercase
from tokenizers.pre_tokenizers import Whitespace

WORDS = ("[UNK]", "bridge", "closed", "shut", "fish", "harbour", "mayor", "said", "the", "was", ".", ",")
DIMENSIONS = 16
_FLOAT, _INT64 = 1, 7


def write_model(
    folder: Path, *, words: tuple[str, ...] = WORDS, rows: int = len(WORDS), **graph: str
) -> Path:
    """Make the folder's model.onnx and tokenizer.json; `rows` are those of the model's table of words.

    `graph` may name the input and the output otherwise, or the operator (`Gather` gives a vector for each token).
    """
    folder.mkdir(exist_ok=True)
    (folder / "model.onnx").write_bytes(_model(rows, **graph))
    tokenizer = Tokenizer(WordLevel({word: at for at, word in enumerate(words)}, unk_token="[UNK]"))
    tokenizer.normalizer = Lowercase()
    tokenizer.pre_tokenizer = Whitespace()
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def _model(rows: int, given: str = "input_ids", operator: str = "Gather", fill: str = "normal") -> bytes:
    table = np.random.default_rng(7).normal(size=(rows, DIMENSIONS)).astype("<f4")
    if fill != "normal":
        table[:] = float(fill)
    inputs = ["table", given] if operator == "Gather" else [given]
    out = ("last_hidden_state", _FLOAT, ["batch", "tokens", "d"])
    if operator == "Identity":
        out = ("last_hidden_state", _INT64, ["batch", "tokens"])
    node = b"".join(_text(1, name) for name in inputs) + _text(2, out[0]) + _text(4, operator)
    tensor = _number(1, rows) + _number(1, DIMENSIONS) + _number(2, _FLOAT) + _text(8, "table")
    tensor += _bytes(9, table.tobytes())
    graph = _bytes(1, node) + _text(2, "tiny") + (_bytes(5, tensor) if operator == "Gather" else b"")
    graph += _bytes(11, _value(given, _INT64, ["batch", "tokens"])) + _bytes(12, _value(*out))
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _number(2, 13))


def _value(name: str, kind: int, dimensions: list[str]) -> bytes:
    shape = b"".join(_bytes(1, _text(2, one)) for one in dimensions)
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, shape)))


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _varint(value: int) -> bytes:
    head = bytearray()
    while value > 0x7F:
        head.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*head, value])
