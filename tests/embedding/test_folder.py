"""Which folders can be used as a model, and what is said of the others."""

import sys
from pathlib import Path
from typing import Any

import pytest

from app.embedding.embedder import Embedder
from app.embedding.folder import read_folder
from app.errors import InputError

from .tiny_model import WORDS, write_model

LANGUAGES = "variorum.json has to be "


def spoil(folder: Path, file: str, content: bytes | None) -> None:
    write_model(folder)
    (folder / file).unlink(missing_ok=True)
    if content is not None:
        (folder / file).write_bytes(content)


SPOILT: dict[str, tuple[str, bytes | None, str]] = {
    "no model": ("model.onnx", None, "there is no model.onnx in this folder"),
    "no tokenizer": ("tokenizer.json", None, "there is no tokenizer.json in this folder"),
    "empty model": ("model.onnx", b"", "model.onnx cannot be loaded: "),
    "broken model": ("model.onnx", b"\x08\x08broken", "model.onnx cannot be loaded: "),
    "pointer to a model": ("model.onnx", b"version https://git-lfs.example/spec/v1\n", "cannot be loaded: "),
    "empty tokenizer": ("tokenizer.json", b"", "tokenizer.json cannot be read: "),
    "broken tokenizer": ("tokenizer.json", b'{"model": 3}', "tokenizer.json cannot be read: "),
    "languages no JSON": ("variorum.json", b"en", LANGUAGES),
    "no languages": ("variorum.json", b'{"languages": []}', LANGUAGES),
    "languages no list": ("variorum.json", b'{"languages": "en"}', LANGUAGES),
    "languages no codes": ("variorum.json", b'{"languages": ["English"]}', LANGUAGES),
    "languages no text": ("variorum.json", b'{"languages": [7]}', LANGUAGES),
    "another key": ("variorum.json", b'{"language": "en"}', LANGUAGES),
}
UNFIT: dict[str, tuple[dict[str, Any], str]] = {
    "other input": ({"given": "pixels"}, r"model.onnx takes \['pixels'\], not input_ids"),
    "no vectors": ({"operator": "Identity"}, r"gives \(1, 5\) for 5 tokens, not a vector for each of them"),
    "no numbers": ({"fill": "nan"}, "gives what are no numbers for the text 'The bridge was closed.'"),
    "tokenizer of a larger model": ({"rows": len(WORDS) - 1}, "tokenizer.json do not go together: .+"),
}


@pytest.mark.parametrize(("file", "content", "message"), SPOILT.values(), ids=SPOILT.keys())
def test_a_spoilt_folder_is_refused(tmp_path: Path, file: str, content: bytes | None, message: str) -> None:
    spoil(tmp_path, file, content)
    with pytest.raises(InputError) as refused:
        Embedder.load(str(tmp_path))
    line = str(refused.value)
    assert line.startswith(f"VARIORUM_EMBEDDING_MODEL='{tmp_path}': ")
    assert message in line
    assert "\n" not in line


@pytest.mark.parametrize(("model", "message"), UNFIT.values(), ids=UNFIT.keys())
def test_an_unfit_model_is_refused(tmp_path: Path, model: dict[str, Any], message: str) -> None:
    write_model(tmp_path, **model)
    with pytest.raises(InputError, match=message):
        Embedder.load(str(tmp_path))


def test_what_is_no_folder_is_refused(tmp_path: Path) -> None:
    for value in (str(tmp_path / "none"), __file__, ""):
        with pytest.raises(InputError) as refused:
            Embedder.load(value)
        assert repr(value) in str(refused.value)
        if value:
            assert "there is no such folder; it has to hold model.onnx and tokenizer.json" in str(
                refused.value
            )


@pytest.mark.parametrize("library", ["onnxruntime", "tokenizers"])
def test_without_the_extra_the_way_to_get_it_is_said(
    tiny_folder: Path, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(InputError, match=r"type: pip install 'variorum\[semantic\]'"):
        Embedder.load(str(tiny_folder))


def test_a_model_is_named_by_its_files_alone(tmp_path: Path) -> None:
    one, same, other = (write_model(tmp_path / name) for name in ("one", "same", "other"))
    names = [read_folder(folder).name for folder in (one, same)]
    write_model(other, words=(*WORDS[:-1], ";"))
    names.append(read_folder(other).name)
    (same / "README").write_text("not part of the model")
    names.append(read_folder(same).name)
    for file, content in (("model.onnx_data", "weights"), ("variorum.json", '{"languages": ["de"]}')):
        (same / file).write_text(content)
        names.append(read_folder(same).name)
    assert [names.index(name) for name in names] == [0, 0, 2, 0, 4, 5]
    assert all(len(name) == 16 for name in names)


@pytest.mark.parametrize(
    ("configuration", "known", "unknown"),
    [
        (None, ["en", "en-GB", "EN_us"], ["de", "e", "", "eng"]),
        ('{"languages": ["de", "nds"]}', ["de", "de-AT", "nds"], ["en"]),
        ('{"languages": "any"}', ["en", "de", "zh"], []),
    ],
)
def test_languages_are_english_or_those_listed(
    tmp_path: Path, configuration: str | None, known: list[str], unknown: list[str]
) -> None:
    write_model(tmp_path)
    if configuration is not None:
        (tmp_path / "variorum.json").write_text(configuration)
    folder = read_folder(tmp_path)
    assert [folder.knows(one) for one in known] == [True] * len(known)
    assert [folder.knows(one) for one in unknown] == [False] * len(unknown)
