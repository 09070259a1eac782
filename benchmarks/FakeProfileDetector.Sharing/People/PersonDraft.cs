namespace FakeProfileDetector.Sharing.People;

/// <summary>An invented person.</summary>
/// <param name="Given">The given name.</param>
/// <param name="Family">The family name.</param>
internal sealed record PersonDraft(string Given, string Family)
{
    internal string Name => $"{Given} {Family}";

    internal string Initials => $"{Given[0]}{Family[0]}";
}
