"""Scripts in one file each: nothing is lost, nothing comes twice, and no two modules mean different things by one name."""

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from app.resources import STATIC
from app.web.modules import in_one

SCRIPTS = sorted(file.name for file in STATIC.glob("*.js"))
DECLARED = re.compile(
    r"^(?:async )?(?:function|const|let|class) (?:\{([^}]*)\}|\[([^\]]*)\]|(\w+))", re.MULTILINE
)


def written(folder: Path, **modules: str) -> Path:
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder


def test_a_module_comes_after_what_it_imports_each_once(tmp_path: Path) -> None:
    folder = written(
        tmp_path,
        a="""// About.
import "./d.js";
import { b, two } from "./b.js";
import { c } from "./c.js";
b(c, two);
""",
        b="""import { c } from "./c.js";
/** Does it. */
export async function b() { return c; }
export const two = "//";
""",
        c="export const c = 1; // one\n",
        d="start();\n",
    )
    assert in_one(folder, "a.js").splitlines() == [
        "start();",
        "const c = 1; // one",
        "async function b() { return c; }",
        'const two = "//";',
        "b(c, two);",
    ]


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_two_modules_of_a_script_give_one_name_to_two_things(name: str) -> None:
    text = in_one(STATIC, name)
    found = ["".join(names) for names in DECLARED.findall(text)]
    assert len(found) == len(set(found))
    assert not re.search(r"^\s*(?:import|export)\b", text, re.MULTILINE)


def test_a_script_is_served_whole_and_revalidated_by_its_content(client: TestClient) -> None:
    answer = client.get("/static/0000000000/compare.js")
    assert answer.headers["content-type"] == "text/javascript; charset=utf-8"
    assert answer.text == in_one(STATIC, "compare.js")
    again = client.get("/static/0000000000/compare.js", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get("/static/0000000000/none.js").status_code == 404
