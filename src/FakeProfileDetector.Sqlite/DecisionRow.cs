using FakeProfileDetector.Reviews;
using Microsoft.Data.Sqlite;

namespace FakeProfileDetector.Sqlite;

/// <summary>A decision as a row, in the order of <see cref="SqliteDecisionSchema.Select"/>.</summary>
internal static class DecisionRow
{
    private const string Authentic = "authentic";
    private const string ConfirmedFake = "fake";
    private const string SamePerson = "same-person";
    private const string DifferentPeople = "different-people";

    /// <summary>Binds what tells decisions apart.</summary>
    internal static void BindKey(SqliteParameterCollection parameters, ReviewDecision decision)
    {
        parameters.AddWithValue("$profile_id", decision.ProfileId);
        parameters.AddWithValue("$other_profile_id", decision.OtherProfileId ?? string.Empty);
        parameters.AddWithValue("$kind", decision.Kind switch
        {
            ReviewDecisionKind.Authentic => Authentic,
            ReviewDecisionKind.ConfirmedFake => ConfirmedFake,
            ReviewDecisionKind.SamePerson => SamePerson,
            ReviewDecisionKind.DifferentPeople => DifferentPeople,
            _ => throw new ArgumentOutOfRangeException(nameof(decision)),
        });
    }

    internal static void Bind(SqliteParameterCollection parameters, ReviewDecision decision)
    {
        BindKey(parameters, decision);
        parameters.AddWithValue("$decided_at", decision.DecidedAt);
        parameters.AddWithValue("$reviewer", (object?)decision.Reviewer ?? DBNull.Value);
        parameters.AddWithValue("$note", (object?)decision.Note ?? DBNull.Value);
    }

    /// <summary>The decision of a row.</summary>
    /// <exception cref="InvalidDataException">The row is damaged: a decision that was taken must not be passed over in silence.</exception>
    internal static ReviewDecision Read(SqliteDataReader row)
    {
        try
        {
            return ReadValid(row);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidCastException or InvalidOperationException)
        {
            throw new InvalidDataException("The store holds a decision that cannot be read; take it anew, or erase the profile.", e);
        }
    }

    private static ReviewDecision ReadValid(SqliteDataReader row)
    {
        var id = row.GetString(0);
        var decidedAt = row.GetDateTimeOffset(3);
        var decision = row.GetString(2) switch
        {
            Authentic => ReviewDecision.Authentic(id, decidedAt),
            ConfirmedFake => ReviewDecision.ConfirmedFake(id, decidedAt),
            SamePerson => ReviewDecision.SamePerson(id, row.GetString(1), decidedAt),
            DifferentPeople => ReviewDecision.DifferentPeople(id, row.GetString(1), decidedAt),
            var kind => throw new InvalidDataException($"The store holds a decision of the unknown kind \"{kind}\"; update the library."),
        };
        return decision with
        {
            Reviewer = row.IsDBNull(4) ? null : row.GetString(4),
            Note = row.IsDBNull(5) ? null : row.GetString(5),
        };
    }
}
