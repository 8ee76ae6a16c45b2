"""The import dialog for someone who sees it for the first time: what it says, where keys go, where one is after it."""

from pathlib import Path

from textual.widgets import Input, OptionList

from tests.screens.conftest import RunApp
from tests.screens.running import Running
from tests.screens.test_import import read, until_shown

REVIEWS = "Review id,Content,Shop\nA1SW5ZF7V9,Keys get lost,North\nA349JOW4FO,Too late,South\n"


def written(folder: Path, name: str, text: str = REVIEWS) -> Path:
    file = folder / name
    file.write_text(text)
    return file


def frame_height(running: Running) -> int:
    return running.app.screen.query_one("ImportFile > Vertical").size.height


async def test_before_a_file_is_named_the_dialog_is_no_taller_than_its_words(run_app: RunApp, tmp_path: Path) -> None:
    async with run_app() as running:
        await running.press("I")
        assert "you say so." in running.text
        assert frame_height(running) < 12
        await running.press("escape")
        await read(running, written(tmp_path, "reviews.csv"))
        assert frame_height(running) > 20


async def test_the_key_for_other_columns_says_what_it_would_do_and_works_wherever_one_is(
    run_app: RunApp, tmp_path: Path
) -> None:
    async with run_app() as running:
        await read(running, written(tmp_path, "reviews.csv"))
        assert "d leave other columns out" in running.text
        await running.press("tab", "d")
        await until_shown(running, "d keep other columns")
        assert "Shop" in running.text


async def test_typing_into_the_path_is_never_taken_for_a_key(run_app: RunApp, tmp_path: Path) -> None:
    async with run_app() as running:
        await read(running, written(tmp_path, "reviews.csv"))
        running.app.screen.query_one("#path", Input).focus()
        await running.press("end", "d")
        assert running.app.screen.query_one("#path", Input).value.endswith("d")
        assert "d leave other columns out" in running.text


async def test_estimates_that_two_scorecards_name_alike_say_whose_they_are(run_app: RunApp, tmp_path: Path) -> None:
    async with run_app() as running:
        await read(running, written(tmp_path, "ideas.csv", "Title\nKeys get lost\n"))
        listed = running.app.screen.query_one(OptionList)
        labels = [
            str(listed.get_option_at_index(place).prompt).strip(" –").lower() for place in range(listed.option_count)
        ]
        assert {"rice impact", "rice confidence", "ice impact", "ice confidence"} <= set(labels)
        assert len(labels) == len(set(labels))


async def test_long_questions_are_told_apart_where_there_is_room(run_app: RunApp, tmp_path: Path) -> None:
    names = [f"If you are using the notebook, {part}" for part in ("how is it?", "where is it?")]
    table = f'Review id,Content,"{names[0]}","{names[1]}"\nA1SW5ZF7V9,Keys get lost,a,b\n'
    async with run_app(size=(160, 45)) as running:
        await read(running, written(tmp_path, "reviews.csv", table))
        assert names[0] in running.text
        assert names[1] in running.text


async def test_refused_records_are_grouped_and_the_first_lines_named(run_app: RunApp, tmp_path: Path) -> None:
    rows = "".join(f"Problem {number},{1 if number % 2 else -number}\n" for number in range(2, 40))
    async with run_app() as running:
        await read(running, written(tmp_path, "ideas.csv", f"Title,Reach\n{rows}"))
        assert "19 refused" in running.text
        assert running.text.count("✗") == 1
        assert "✗ 19 ×" in running.text
        assert "(line 2, 4, 6," in " ".join(running.text.replace("│", " ").split())


async def test_after_an_import_one_is_where_its_records_are(run_app: RunApp, tmp_path: Path) -> None:
    async with run_app() as running:
        await read(running, written(tmp_path, "reviews.csv"))
        await running.press("ctrl+s")
        await until_shown(running, "2 to do of 2")
        assert "· Evidence" in running.lines[0]
        await running.press("4")
        await read(running, written(tmp_path, "ideas.csv", "Title\nKeys get lost\n"))
        await running.press("ctrl+s")
        await until_shown(running, "Imported 1 problem")
        assert "· Board" in running.lines[0]


async def test_a_renamed_file_with_the_ids_of_another_place_is_asked_about(run_app: RunApp, tmp_path: Path) -> None:
    async with run_app() as running:
        await read(running, written(tmp_path, "reviews.csv"))
        await running.press("ctrl+s")
        await until_shown(running, "2 to do of 2")
        await read(running, written(tmp_path, "november.csv"))
        assert "ids came before from “App reviews: reviews”" in running.text


async def test_a_question_kept_as_a_custom_field_stands_whole_above_its_answer(run_app: RunApp, tmp_path: Path) -> None:
    table = "Review id,Content,How often is this course taught?\nA1SW5ZF7V9,Keys get lost,Every year\n"
    async with run_app(size=(160, 45)) as running:
        await read(running, written(tmp_path, "reviews.csv", table))
        await running.press("ctrl+s")
        await until_shown(running, "1 to do of 1")
        place = next(place for place, line in enumerate(running.lines) if "How often is this course taught?" in line)
        assert "Every year" in running.lines[place + 1]
