using System.Collections.Immutable;

namespace FakeProfileDetector.History;

/// <summary>The facts of an account's history that are weighed, in the order in which files of weights list them.</summary>
internal static class HistoryFeatureCatalog
{
    internal static readonly HistoryFeature Photo = new(
        "photo", "photo", HistoryTrend.MoreIsGenuine, "no-photo", "has-photo", "no photo", "a photo",
        static (history, _) => ToNumber(history.HasPhoto));

    internal static readonly ImmutableArray<HistoryFeature> All =
    [
        new("connections", "connections", HistoryTrend.MoreIsGenuine,
            "few-connections", "well-connected", "few connections", "many connections",
            static (history, _) => history.Connections),
        new("posts", "posts", HistoryTrend.MoreIsGenuine, "few-posts", "posts-regularly", "few posts", "many posts",
            static (history, _) => history.Posts) { NoneCode = "never-posted", NonePhrase = "no posts" },
        new("following", "following", HistoryTrend.MoreIsFake, "follows-many", "follows-few", "many accounts that it follows", "few accounts that it follows",
            static (history, _) => history.Following),
        new("connectionsPerFollowing", "connections ÷ following", HistoryTrend.MoreIsGenuine,
            "follows-many-followed-by-few", "followed-by-many", "few followers for those it follows", "many followers for those it follows",
            static (history, _) => history is { Connections: { } inbound, Following: { } outbound } ? (inbound + 1.0) / (outbound + 1.0) : null),
        new("ageDays", "age in days", HistoryTrend.MoreIsGenuine, "account-young", "account-old", "a short age", "a long age",
            static (history, now) => history.AgeInDays(now)),
        new("idleDays", "days since its last activity", HistoryTrend.MoreIsFake,
            "account-idle", "account-active", "a long time without activity", "recent activity",
            static (history, now) => history.LastActiveAt is { } active ? ((history.ObservedAt ?? now) - active).TotalDays : null),
        Photo,
        new("bioLength", "bio length", HistoryTrend.MoreIsGenuine, "no-bio", "has-bio", "no self-description", "a self-description",
            static (history, _) => history.BioLength),
        new("link", "link", HistoryTrend.MoreIsGenuine, "no-link", "has-link", "no link", "a link of its own",
            static (history, _) => ToNumber(history.HasUrl)),
        new("sectionsShare", "sections filled ÷ offered", HistoryTrend.MoreIsGenuine,
            "few-sections-filled", "sections-filled", "few sections filled in", "many sections filled in",
            static (history, _) => history is { SectionsFilled: { } filled, SectionsOffered: { } offered and > 0 } ? (double)filled / offered : null),
        new("private", "private", HistoryTrend.MoreIsGenuine, "account-public", "account-private", "a public profile", "a private profile",
            static (history, _) => ToNumber(history.IsPrivate)),
        new("verified", "verified", HistoryTrend.MoreIsGenuine, "not-verified", "account-verified", "no verified owner", "a verified owner",
            static (history, _) => ToNumber(history.IsVerified)),
    ];

    private static double? ToNumber(bool? value) => value is { } known ? (known ? 1 : 0) : null;
}
