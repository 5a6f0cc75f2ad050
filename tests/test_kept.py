"""What is said of rules and clauses is kept: of each very thing, and of so many at most."""

from govcheck.document.kept import kept


def test_a_function_is_asked_of_each_thing_once_and_equals_are_two_things() -> None:
    asked: list[list[int]] = []

    @kept(10)
    def length(thing: list[int]) -> int:
        asked.append(thing)
        return len(thing)

    one, other = [1, 2], [1, 2]
    assert [length(one), length(other), length(one)] == [2, 2, 2]
    assert len(asked) == 2


def test_of_more_things_all_is_forgotten_and_told_anew() -> None:
    asked: list[list[int]] = []

    @kept(2)
    def first(thing: list[int]) -> int:
        asked.append(thing)
        return thing[0]

    things = [[number] for number in range(5)]
    assert [first(one) for one in (*things, *things)] == [*range(5), *range(5)]
    assert len(asked) == 10


def test_a_thing_that_takes_the_place_of_another_is_not_taken_for_it() -> None:
    @kept(1000)
    def first(thing: list[int]) -> int:
        return thing[0]

    assert [first([number]) for number in range(500)] == [*range(500)]
