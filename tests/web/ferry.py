"""A story of any number of short versions."""

from app.store import Store
from app.text.content import Block, Content

FACTS = (
    "The old ferry to Marrow Point was taken out of service on Monday.",
    "Its hull had been leaking since the spring, the harbour master said.",
    "“We cannot send people out in it,” said Ida Solberg, who runs the line.",
    "A new boat would cost 4 million crowns and take two years to build.",
    "The islanders will have to use the bridge at Tarn until then.",
)


def telling(number: int, times: int = 1) -> Content:
    """Drops one fact, and says another in its own words; all of it so many times, as said on one day after the other."""
    told = [fact for at, fact in enumerate(FACTS) if at != number % 5]
    told[number % 3] = told[number % 3].replace("the", f"the {number}th")
    told += [f"{fact} So it was said on day {day}." for day in range(2, times + 1) for fact in told]
    return Content(
        tuple(Block("paragraph", one) for one in told), title=f"Ferry {number}", outlet=f"Outlet {number}"
    )


def fill(store: Store, count: int, first: int = 0, times: int = 1) -> list[str]:
    """The ids of so many versions of one story."""
    return [
        store.add_version(telling(number, times), raw=b"%d" % number, story_title="Ferry").version_id
        for number in range(first, first + count)
    ]
