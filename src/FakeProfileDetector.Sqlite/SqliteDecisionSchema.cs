namespace FakeProfileDetector.Sqlite;

/// <summary>The table of reviewers' decisions, beside that of the profiles, and the statements on it.</summary>
/// <remarks>
/// One row a profile decided on, with an empty <c>other_profile_id</c>, which no profile has, and one row a pair: so the
/// primary key lets a later decision take the place of the earlier.
/// </remarks>
internal static class SqliteDecisionSchema
{
    // In the order in which DecisionRow reads them; each is bound to the parameter of its name.
    private const string Columns = "profile_id, other_profile_id, kind, decided_at, reviewer, note";

    private const string OfProfile = "WHERE profile_id = $id OR other_profile_id = $id";

    internal const string Create = """
        CREATE TABLE IF NOT EXISTS decisions (
            profile_id TEXT NOT NULL,
            other_profile_id TEXT NOT NULL,
            kind TEXT NOT NULL,
            decided_at TEXT NOT NULL,
            reviewer TEXT,
            note TEXT,
            PRIMARY KEY (profile_id, other_profile_id)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS decisions_of_other ON decisions (other_profile_id);
        """;

    internal const string Select = $"SELECT {Columns} FROM decisions";

    internal const string Upsert =
        $"INSERT OR REPLACE INTO decisions ({Columns}) VALUES ($profile_id, $other_profile_id, $kind, $decided_at, $reviewer, $note)";

    internal const string Find = $"{Select} {OfProfile}";

    internal const string Erase = $"DELETE FROM decisions {OfProfile}";

    internal const string Withdraw =
        "DELETE FROM decisions WHERE profile_id = $profile_id AND other_profile_id = $other_profile_id AND kind = $kind";
}
