using System.Collections.Immutable;

namespace FakeProfileDetector.CopyAccuracy.Templates;

/// <summary>A kind of template.</summary>
/// <param name="Name">What tables call it.</param>
/// <param name="Draw">Draws one of the pictures on a template: number of the template, people, number of the picture.</param>
internal sealed record TemplateKind(string Name, Func<int, FacePhoto[], int, Drawing> Draw)
{
    private const int Stride = 8;
    private const int Team = 6;

    internal static ImmutableArray<TemplateKind> All { get; } =
    [
        new("event badge", (seed, people, number) => TemplateKinds.Badge(new(seed), Of(people, seed, number), Own(seed, number))),
        new("branded card", (seed, people, number) => TemplateKinds.Card(new(seed), Of(people, seed, number), Own(seed, number))),
        new("poster", (seed, people, number) => TemplateKinds.Poster(new(seed), Of(people, seed, number), Own(seed, number))),
        new("profile page", (seed, people, number) => TemplateKinds.Page(new(seed), Of(people, seed, number), Own(seed, number))),
        new("campaign frame", (seed, people, number) => TemplateKinds.Ring(new(seed), Of(people, seed, number), Own(seed, number))),
        new("sticker, 10 %", (seed, people, number) => TemplateKinds.Sticker(new(seed), Of(people, seed, number), .1f)),
        new("sticker, 20 %", (seed, people, number) => TemplateKinds.Sticker(new(seed), Of(people, seed, number), .2f)),
        new("team, one changed", (seed, people, number) => TemplateKinds.Team(new(seed), [.. Enumerable.Range(0, Team).Select(i => Of(people, seed + 7, i))], Of(people, seed, number))),
        new("one photo, face changed", (seed, people, number) => TemplateKinds.ChangedFace(Of(people, seed + 11, 3), Of(people, seed, number))),
        new("other shot of a session", (seed, people, number) => SessionShots.Shot(Of(people, seed, 0), Own(seed, number))),
        new("identicon", (seed, people, number) => GeneratedKinds.Identicon(new(seed), Own(seed, number))),
        new("turned shapes", (seed, people, number) => GeneratedKinds.TurnedShapes(new(seed), ((seed * 29) + (number * 13)) % 100)),
        new("letter tile", (seed, people, number) => GeneratedKinds.LetterTile(new(seed), ((seed * 7) + (number / 3)) % 26, ((seed * 5) + (number * 3)) % 26)),
        new("quote card", (seed, people, number) => GeneratedKinds.Quote(new(seed), Own(seed, number))),
    ];

    private static FacePhoto Of(FacePhoto[] people, int seed, int number) => people[((seed * Stride) + number) % people.Length];

    private static Random Own(int seed, int number) => new((seed * 1000) + number + 500_000);
}
