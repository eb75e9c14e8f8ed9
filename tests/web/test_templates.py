"""Templates and the values they are given hold to each other."""

import dataclasses

import jinja2.meta
import pytest
from jinja2 import nodes

import app.main
import app.web.formats.collation_html  # noqa: F401 - together they make every page known
from app.resources import TEMPLATES
from app.web.counts import percent
from app.web.rendering import Page, environment

# A class with slots stands twice among the subclasses, once as it was before it had them.
PAGES: list[type[Page]] = list({page.template: page for page in Page.__subclasses__()}.values())


def variables(template: str) -> set[str]:
    """The free names of a template, of what it extends and of what it includes."""
    source = (TEMPLATES / template).read_text(encoding="utf-8")
    tree = environment().parse(source)
    found = jinja2.meta.find_undeclared_variables(tree)
    references: list[nodes.Extends | nodes.Include] = [
        *tree.find_all(nodes.Extends),
        *tree.find_all(nodes.Include),
    ]
    targets: list[nodes.Node] = [node.target for node in tree.find_all(nodes.Assign)]
    targets += [target for node in tree.find_all(nodes.With) for target in node.targets]
    set_here = {target.name for target in targets if isinstance(target, nodes.Name)}
    for reference in references:
        assert isinstance(reference.template, nodes.Const)
        found |= variables(reference.template.value) - set_here
    macros = {macro.name for macro in tree.find_all(nodes.Macro)}
    imported = {
        name if isinstance(name, str) else name[1]
        for node in tree.find_all(nodes.FromImport)
        for name in node.names
    }
    return found - macros - imported - set(environment().globals)


@pytest.mark.parametrize("page", PAGES, ids=[page.template for page in PAGES])
def test_a_template_uses_all_that_its_page_gives_and_no_more(page: type[Page]) -> None:
    assert variables(page.template) == {field.name for field in dataclasses.fields(page)}


def templates() -> list[str]:
    return [file.name for file in sorted(TEMPLATES.iterdir())]


def test_every_template_that_is_no_partial_belongs_to_a_page() -> None:
    assert {page.template for page in PAGES} == {name for name in templates() if not name.startswith("_")}


@pytest.mark.parametrize("name", templates())
def test_no_template_takes_text_for_markup(name: str) -> None:
    source = (TEMPLATES / name).read_text(encoding="utf-8")
    assert "|safe" not in source.replace(" ", "")
    assert "autoescape" not in source


@pytest.mark.parametrize(
    ("share", "shown"), [(0, "0%"), (0.001, "1%"), (0.5, "50%"), (0.996, "99%"), (1, "100%")]
)
def test_percent(share: float, shown: str) -> None:
    assert percent(share) == shown
