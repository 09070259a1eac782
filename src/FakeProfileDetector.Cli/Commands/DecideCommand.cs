using System.CommandLine;
using FakeProfileDetector.Cli.Reviews;
using FakeProfileDetector.Reviews;
using FakeProfileDetector.Sqlite;

namespace FakeProfileDetector.Cli.Commands;

internal static class DecideCommand
{
    private const string Authentic = "authentic";
    private const string Fake = "fake";
    private const string SamePerson = "same-person";
    private const string DifferentPeople = "different-people";

    internal static Command Create(Terminal terminal)
    {
        var store = new Option<FileInfo>("--store") { Description = "The SQLite file of scan; its later scans respect the decision.", Required = true };
        var id = new Argument<string>("ID") { Description = "The profile decided on." };
        var decision = new Argument<string>("DECISION") { Description = "authentic, fake, same-person or different-people." };
        var other = new Argument<string?>("OTHER") { Description = "With same-person and different-people: the other profile.", Arity = ArgumentArity.ZeroOrOne };
        var reviewer = new Option<string?>("--reviewer") { Description = "A reference to who decided; personal data." };
        var note = new Option<string?>("--note") { Description = "What is to be remembered; personal data." };
        var withdraw = new Option<bool>("--withdraw") { Description = "Takes such a decision back instead." };
        decision.AcceptOnlyFromAmong(Authentic, Fake, SamePerson, DifferentPeople);

        var command = new Command("decide", "Records what a reviewer decided about a profile, or about two.")
        {
            id, decision, other, store, reviewer, note, withdraw,
        };
        command.Validators.Add(arguments =>
        {
            if (arguments.GetValue(decision) is SamePerson or DifferentPeople != arguments.GetValue(other) is not null)
            {
                arguments.AddError("same-person and different-people need the other profile, and only they do.");
            }
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var decided = Decision(arguments.GetRequiredValue(decision), arguments.GetRequiredValue(id), arguments.GetValue(other)) with
            {
                Reviewer = arguments.GetValue(reviewer),
                Note = arguments.GetValue(note),
            };
            var file = arguments.GetRequiredValue(store);
            using var decisions = DecisionStoreFile.OpenDecisions(file);
            if (arguments.GetValue(withdraw))
            {
                await WithdrawAsync(decisions, decided, cancellationToken).ConfigureAwait(false);
                terminal.Warn("Withdrawn.");
            }
            else
            {
                await RecordAsync(decisions, decided, file, cancellationToken).ConfigureAwait(false);
                terminal.Warn("Recorded.");
            }

            return ExitCode.Ok;
        });
        return command;
    }

    private static ReviewDecision Decision(string decision, string id, string? other)
    {
        if (string.IsNullOrWhiteSpace(id) || (other is not null && string.IsNullOrWhiteSpace(other)) || id == other)
        {
            throw new CliException("A decision is about a profile, or about two different ones; give their identifiers.");
        }

        var now = TimeProvider.System.GetUtcNow();
        return decision switch
        {
            Authentic => ReviewDecision.Authentic(id, now),
            Fake => ReviewDecision.ConfirmedFake(id, now),
            DifferentPeople => ReviewDecision.DifferentPeople(id, other!, now),
            _ => ReviewDecision.SamePerson(id, other!, now),
        };
    }

    private static async Task RecordAsync(SqliteReviewDecisionStore decisions, ReviewDecision decision, FileInfo file, CancellationToken cancellationToken)
    {
        using var profiles = DecisionStoreFile.OpenProfiles(file);
        foreach (var id in new[] { decision.ProfileId, decision.OtherProfileId }.OfType<string>())
        {
            if (await profiles.FindAsync(id, cancellationToken).ConfigureAwait(false) is null)
            {
                throw new CliException($"{file.Name} holds no profile \"{id}\"; give an identifier as scan reported it.");
            }
        }

        await decisions.RecordAsync(decision, cancellationToken).ConfigureAwait(false);
    }

    private static async Task WithdrawAsync(SqliteReviewDecisionStore decisions, ReviewDecision decision, CancellationToken cancellationToken)
    {
        if (!await decisions.WithdrawAsync(decision, cancellationToken).ConfigureAwait(false))
        {
            throw new CliException("No such decision stands; labels lists those that do.");
        }
    }
}
