using System.Collections.Immutable;
using FakeProfileDetector.Reasons;

namespace FakeProfileDetector.History;

/// <summary>The facts of an account's history that are weighed, in the order in which files of weights list them.</summary>
internal static class HistoryFeatureCatalog
{
    internal static readonly HistoryFeature Photo = new(
        "photo", "photo", HistoryTrend.MoreIsGenuine, ReasonCodes.NoPhoto, ReasonCodes.HasPhoto, "no photo", "a photo",
        static (history, _) => ToNumber(history.HasPhoto));

    internal static readonly ImmutableArray<HistoryFeature> All =
    [
        new("connections", "connections", HistoryTrend.MoreIsGenuine,
            ReasonCodes.FewConnections, ReasonCodes.WellConnected, "few connections", "many connections",
            static (history, _) => history.Connections),
        new("posts", "posts", HistoryTrend.MoreIsGenuine, ReasonCodes.FewPosts, ReasonCodes.PostsRegularly, "few posts", "many posts",
            static (history, _) => history.Posts) { NoneCode = ReasonCodes.NeverPosted, NonePhrase = "no posts" },
        new("following", "following", HistoryTrend.MoreIsFake, ReasonCodes.FollowsMany, ReasonCodes.FollowsFew, "many accounts that it follows", "few accounts that it follows",
            static (history, _) => history.Following),
        new("connectionsPerFollowing", "connections ÷ following", HistoryTrend.MoreIsGenuine,
            ReasonCodes.FollowsManyFollowedByFew, ReasonCodes.FollowedByMany, "few followers for those it follows", "many followers for those it follows",
            static (history, _) => history is { Connections: { } inbound, Following: { } outbound } ? (inbound + 1.0) / (outbound + 1.0) : null),
        new("ageDays", "age in days", HistoryTrend.MoreIsGenuine, ReasonCodes.AccountYoung, ReasonCodes.AccountOld, "a short age", "a long age",
            static (history, now) => history.AgeInDays(now)),
        new("idleDays", "days since its last activity", HistoryTrend.MoreIsFake,
            ReasonCodes.AccountIdle, ReasonCodes.AccountActive, "a long time without activity", "recent activity",
            static (history, now) => history.LastActiveAt is { } active ? ((history.ObservedAt ?? now) - active).TotalDays : null),
        Photo,
        new("bioLength", "bio length", HistoryTrend.MoreIsGenuine, ReasonCodes.NoBio, ReasonCodes.HasBio, "no self-description", "a self-description",
            static (history, _) => history.BioLength),
        new("link", "link", HistoryTrend.MoreIsGenuine, ReasonCodes.NoLink, ReasonCodes.HasLink, "no link", "a link of its own",
            static (history, _) => ToNumber(history.HasUrl)),
        new("sectionsShare", "sections filled ÷ offered", HistoryTrend.MoreIsGenuine,
            ReasonCodes.FewSectionsFilled, ReasonCodes.SectionsFilled, "few sections filled in", "many sections filled in",
            static (history, _) => history is { SectionsFilled: { } filled, SectionsOffered: { } offered and > 0 } ? (double)filled / offered : null),
        new("private", "private", HistoryTrend.MoreIsGenuine, ReasonCodes.AccountPublic, ReasonCodes.AccountPrivate, "a public profile", "a private profile",
            static (history, _) => ToNumber(history.IsPrivate)),
        new("verified", "verified", HistoryTrend.MoreIsGenuine, ReasonCodes.NotVerified, ReasonCodes.AccountVerified, "no verified owner", "a verified owner",
            static (history, _) => ToNumber(history.IsVerified)),
    ];

    private static double? ToNumber(bool? value) => value is { } known ? (known ? 1 : 0) : null;
}
