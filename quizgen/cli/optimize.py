"""``quizgen optimize``: FSRS parameters fitted to the learner's own log."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.learned import data_dir_option, progress, settings_and_now

if TYPE_CHECKING:
    from quizgen.study.fitting.trial import Trial
    from quizgen.study.parameters import Parameters
    from quizgen.study.settings import Settings
    from quizgen.study.store import Store


@click.command("optimize")
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@click.option("--reset", is_flag=True, help="Go back to the parameters that FSRS comes with.")
@data_dir_option
def command(dry_run: bool, reset: bool, data_dir: Path | None) -> None:
    """Fit the scheduler to your own memory.

    What is fitted to the earlier four fifths of your answers is adopted only if it foretells the later fifth better
    than what is in use. Cards keep the day they are due on; intervals change with their next answers.
    """
    from quizgen.cli.patience import patience
    from quizgen.study.fitting.histories import histories
    from quizgen.study.fitting.trial import try_fitting
    from quizgen.study.parameters import DEFAULT

    with progress(data_dir) as store:
        settings, _ = settings_and_now()
        if reset:
            _tell_intervals(store.parameters, DEFAULT, settings)
            _adopt(store, DEFAULT, dry_run)
            return
        with patience("Fitting the parameters"):
            trial = try_fitting(histories(store), store.parameters)
        _tell_trial(trial)
        if trial.better:
            _tell_intervals(store.parameters, trial.parameters, settings)
            _adopt(store, trial.parameters, dry_run)


def _adopt(store: Store, parameters: Parameters, dry_run: bool) -> None:
    from quizgen.cli.patience import patience

    if parameters == store.parameters:
        click.echo("These parameters are in use already.")
    elif dry_run:
        click.echo("Nothing was changed (--dry-run).")
    else:
        with patience("Computing every card again"):
            store.adopt(parameters, settings_and_now()[1])
        click.echo("Adopted. `quizgen optimize --reset` goes back to the defaults.")


def _tell_trial(trial: Trial) -> None:
    gain = 1 - trial.loss_fitted / trial.loss_now
    click.echo(f"Learnt from {trial.learnt_from} reviews, tried on the {trial.held_back} after them.")
    click.echo(f"Log loss on those: {trial.loss_now:.4f} now, {trial.loss_fitted:.4f} fitted.")
    if trial.better:
        click.echo(f"The fitted parameters foretell them better, by {gain:.1%}.".replace("%", " %"))
    else:
        click.echo("The fitted parameters do not foretell them better; those in use stay.")


def _tell_intervals(now: Parameters, then: Parameters, settings: Settings) -> None:
    from quizgen.study.fitting.trial import forgotten_interval, known_intervals
    from quizgen.study.wording import interval, percent

    aim, longest = settings.desired_retention, settings.maximum_interval
    click.echo(f"\nIntervals at a retention of {percent(aim)}")
    for name, parameters in (("now", now), ("then", then)):
        known = ", ".join(interval(86_400 * days) for days in known_intervals(parameters, aim, longest))
        after = interval(86_400 * forgotten_interval(parameters, aim, longest))
        click.echo(f"  {name:<5} always known: {known}")
        click.echo(f"        forgotten the fourth time: {after}")
    click.echo()
