"""Workers that hold a thing. Each test runs a program: this process has threads, and is not split."""

from __future__ import annotations

import subprocess
import sys

import pytest

import processes
from coursepack.run import hands

START = "import os, signal, time\nfrom coursepack.run import budget, hands\nENGINE = 'colorsys'\n"
THREAD = "from threading import Event, Thread; Thread(target=Event().wait, daemon=True).start()"
TWO = f"{START}with hands.hired(ENGINE, 2):\n    one, two = hands.at_hand()\n"


def said(program: str, *lines: str) -> list[str]:
    """Return what a program prints."""
    whole = program + "".join(f"    {line}\n" for line in lines)
    return subprocess.run([sys.executable, "-c", whole], check=True, stdout=subprocess.PIPE, text=True).stdout.split()


def test_each_worker_holds_a_thing_of_its_own_and_is_another_process() -> None:
    lines = [
        "for hand in (one, two): hand.hold(list)",
        "for number in (7, 8): one.ask('append', number); one.take()",
        "for hand in (one, two): hand.ask('__len__'); print(hand.take())",
        "for hand in (one, two): hand.hold(os.getppid); hand.ask('__sub__', os.getpid()); print(hand.take())",
    ]
    assert said(TWO, *lines) == ["2", "0", "0", "0"]


def test_who_has_done_something_is_found_and_what_is_not_wanted_is_passed_over() -> None:
    lines = [
        "for hand in (one, two): hand.hold(dict); hand.ask('copy')",
        "found = hands.answering([one, two]); print(bool(found), found[0].take())",
        "for hand in (one, two): hand.hold(list); hand.ask('copy'); print(hand.take())",
    ]
    assert said(TWO, *lines) == ["True", "{}", "[]", "[]"]


def test_what_is_raised_comes_back_with_where_it_was_raised() -> None:
    lines = [
        "one.hold(list); one.ask('index', 5)",
        "try: one.take()\n    except ValueError as error: print('list' in str(error), '_done' in error.__notes__[0])",
        "one.ask('copy'); print(one.take())",
    ]
    assert said(TWO, *lines) == ["True", "True", "[]"]


def test_a_worker_that_is_split_off_later_holds_what_there_is_by_then() -> None:
    lines = [
        "thing = [lambda: 7]",
        "with hands.aside(thing) as hand: hand.ask('__len__'); thing.append(8); print(hand.take(), len(thing))",
        THREAD,
        "with hands.aside(thing) as hand: print(hand)",
    ]
    assert said(TWO, *lines) == ["1", "2", "None"]
    assert said(f"{START}if True:\n", "with hands.aside([]) as hand: print(hand)") == ["None"]


def test_a_worker_that_is_no_more_is_said() -> None:
    lines = [
        "two.hold(os.getpid); two.ask('__abs__'); os.kill(two.take(), signal.SIGKILL); time.sleep(0.2)",
        "try: two.ask('__abs__'); two.take()\n    except (ChildProcessError, BrokenPipeError) as error: print('gone')",
    ]
    assert said(TWO, *lines) == ["gone"]


def test_all_that_a_worker_does_is_kept_to_the_budget_of_the_run() -> None:
    program = TWO.replace("with ", "with budget.kept(0.05, 0), ")
    lines = [
        "from functools import partial; one.hold(partial(map, eval, ['[0 for _ in range(10**9) if False]']))",
        "one.ask('__next__')",
        "try: one.take()\n    except budget.OverrunError: print('stopped')",
    ]
    assert said(program, *lines) == ["stopped"]


def test_what_is_too_much_for_a_worker_inside_c_code_comes_back_as_that() -> None:
    lost = "class Lost:\n    def go(self):\n        raise SystemError from MemoryError()\n"
    lines = ["one.hold(Lost); one.ask('go')", "try: one.take()\n    except MemoryError: print('too much')"]
    assert said(TWO.replace("with ", f"{lost}with ", 1), *lines) == ["too", "much"]


@pytest.mark.parametrize(("before", "cores", "found"), [("", 2, 2), ("", 1, 0), (f"{THREAD}\n", 2, 0)])
def test_nobody_is_split_off_where_there_is_one_core_or_a_thread(before: str, cores: int, found: int) -> None:
    program = f"{START}{before}with hands.hired(ENGINE, {cores}):\n"
    assert said(program, "print(len(hands.at_hand()))") == [f"{found}"]


def test_nobody_is_left_afterwards_nor_of_a_run_that_is_killed() -> None:
    lines = ["one.hold(os.getpid); one.ask('__abs__'); print(one.take(), flush=True)"]
    (worker,) = said(TWO, *lines)
    assert not processes.is_there(int(worker))
    program = TWO + "".join(f"    {line}\n" for line in [*lines, "time.sleep(60)"])
    with subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE) as run:
        assert run.stdout
        worker = run.stdout.readline().decode()
        run.kill()
    assert processes.ends(int(worker))


def test_nobody_is_at_hand_who_was_not_hired() -> None:
    assert hands.at_hand() == ()
